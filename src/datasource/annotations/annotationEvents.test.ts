import { createDataFrame, FieldType } from '@grafana/data';

import { annotationEvents } from './annotationEvents';

const alert = (alertname: string, ...times: number[]) =>
  createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: times },
      {
        name: 'Value',
        type: FieldType.number,
        labels: { alertname, severity: 'critical', system: 'validation', component: 'repair' },
        values: times.map(() => 1),
      },
    ],
  });

describe('the marks on a panel', () => {
  it('span each time that an alert fired', () => {
    expect(annotationEvents([alert('Loop', 2000, 3000), alert('Watchdog', 1000, 2000, 3000, 4000, 5000)])).toEqual([
      {
        time: 2000,
        timeEnd: 4000,
        isRegion: true,
        title: 'Loop',
        text: 'repair',
        tags: ['critical', 'validation'],
      },
      expect.objectContaining({ title: 'Watchdog', time: 1000, timeEnd: 5000 }),
    ]);
  });

  it('stand at the time of a row, with its texts, and nowhere without one', () => {
    const rows = createDataFrame({
      fields: [
        { name: 'since', type: FieldType.time, values: [1000, null] },
        { name: 'alertname', type: FieldType.string, values: ['Loop', 'Lost'] },
        { name: 'summary', type: FieldType.string, values: ['<b>goes round</b>', ''] },
      ],
    });
    expect(annotationEvents([rows])).toEqual([{ time: 1000, title: 'Loop', text: '<b>goes round</b>' }]);
  });

  it('are none where nothing fired', () => {
    expect(annotationEvents([])).toEqual([]);
  });
});
