import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { Box } from '@grafana/ui';
import React, { type ComponentType } from 'react';

import { PageErrorBoundary } from '../app/PageErrorBoundary';

interface State extends SceneObjectState {
  readonly view: ComponentType;
}

/** A part of a page that needs no answers of a data source. */
export class ReactView extends SceneObjectBase<State> {
  static readonly Component = ({ model }: SceneComponentProps<ReactView>) => {
    const { view: View } = model.useState();
    return (
      <PageErrorBoundary>
        <Box grow={1} minWidth={0}>
          <View />
        </Box>
      </PageErrorBoundary>
    );
  };
}
