import { type TimeRange } from '@grafana/data';
import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { usePluginComponent } from '@grafana/runtime';
import {
  sceneGraph,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import { Modal } from '@grafana/ui';
import React, { useEffect } from 'react';

import { t } from '../../app/t';
import { withValues } from './withValues';

/** The form that Grafana shares with apps; plugin.json asks for it. */
const FORM = 'grafana/add-to-dashboard-form/v1';

interface FormProps {
  readonly onClose: () => void;
  readonly buildPanel: () => Panel;
  readonly timeRange?: TimeRange;
  readonly options: { readonly useAbsolutePath: true };
}

interface State extends SceneObjectState {
  /** Whether this Grafana shares its form. */
  readonly isOffered: boolean;
  /** What is being added, while the form is open. */
  readonly adding?: { readonly panel: Panel; readonly timeRange: TimeRange } | undefined;
}

/** Takes a panel of a page into a dashboard: one for all panels of the page, shown only while somebody chooses where to. */
export class AddToDashboard extends SceneObjectBase<State> {
  constructor() {
    super({ isOffered: false });
  }

  /** Opens the form for a panel, with the values that variables have at `place`: the dashboard has variables of its own. */
  open(panel: Panel, place: SceneObject): void {
    this.setState({
      adding: { panel: withValues(panel, place), timeRange: sceneGraph.getTimeRange(place).state.value },
    });
  }

  static readonly Component = AddToDashboardForm;
}

function AddToDashboardForm({ model }: SceneComponentProps<AddToDashboard>) {
  const { adding } = model.useState();
  const { component: Form } = usePluginComponent<FormProps>(FORM);
  const isOffered = Boolean(Form);
  useEffect(() => model.setState({ isOffered }), [model, isOffered]);
  const close = () => model.setState({ adding: undefined });
  return Form && adding ? (
    <Modal title={t('panel.add-to-dashboard', 'Add to dashboard')} isOpen onDismiss={close}>
      <Form
        onClose={close}
        buildPanel={() => adding.panel}
        timeRange={adding.timeRange}
        options={{ useAbsolutePath: true }}
      />
    </Modal>
  ) : null;
}

/** The form of the page that something stands on. */
export const findAddToDashboard = (from: SceneObject): AddToDashboard | undefined =>
  sceneGraph.findObject(from, (one): one is AddToDashboard => one instanceof AddToDashboard) as
    AddToDashboard | undefined;
