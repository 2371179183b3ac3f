import { Stack, Text } from '@grafana/ui';
import React, { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Said behind the title: how many, of how many. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page under its title. */
export function Section({ title, about, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Stack direction="column" gap={1}>
        <Stack direction="row" gap={1} alignItems="baseline" wrap="wrap">
          <Text element="h2" variant="h4" id={id}>
            {title}
          </Text>
          {about && (
            <Text color="secondary" variant="bodySmall">
              {about}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </section>
  );
}
