import { Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { type Answers } from '../../shared/answers';

export const overviewView = ({ catalog }: Installation) =>
  function OverviewView({ answers }: { readonly answers: Answers }) {
    const firing = answers.frames('firing')[0];
    return (
      <Stack direction="column" gap={1}>
        {catalog.systems.map(({ id, title, description }) => (
          <div key={id}>
            <TextLink href={appUrl('systems', id)} inline={false}>
              {title}
            </TextLink>
            <Text color="secondary">{description}</Text>
            <span>{firing?.length ?? 0}</span>
          </div>
        ))}
      </Stack>
    );
  };
