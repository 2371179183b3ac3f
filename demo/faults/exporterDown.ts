import { type Fault } from './fault';

/** The exporter dies: Prometheus no longer sees what is in the database. */
export const exporterDown: Fault = {
  id: 'exporter-down',
  title: 'the exporter is gone',
  raises: [{ alert: 'GenwatchExporterUnreachable', level: 'critical' }],
  async raise({ services }) {
    await services.stop('exporter');
    return 'Stopped the exporter.';
  },
  async clear({ services }) {
    return (await services.start('exporter')) ? 'The exporter runs.' : undefined;
  },
};
