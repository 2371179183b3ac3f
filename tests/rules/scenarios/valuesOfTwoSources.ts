import { type Scenario } from '../../../tools/scenarios/scenario';

const age = (source: string) => `genwatch_exporter_source_age_seconds{job="genwatch-exporter", source="${source}"}`;
const up = (source: string) => `genwatch_exporter_source_up{job="genwatch-exporter", source="${source}"}`;
const DAY = 'validation.last_day';
const WEEK = 'validation.week';

export const valuesOfTwoSources: Scenario = {
  name: 'one of two sources cannot be read for forty minutes',
  about: ['GenwatchSourceStale', 'GenwatchSourceFailing'],
  every: '1m',
  series: {
    [age(DAY)]: '10 for 20m, 10 growing by 60 for 40m, 10 for 20m',
    [up(DAY)]: '1 for 20m, 0 for 40m, 1 for 20m',
    [age(WEEK)]: '590 for 80m',
    [up(WEEK)]: '1 for 80m',
  },
  looks: [
    { at: '19m', firing: [], because: 'ten minutes is the age of what is read every ten minutes' },
    { at: '21m', firing: [], because: 'one failed refresh may be a hiccup' },
    { at: '25m', firing: [`GenwatchSourceFailing critical source=${DAY}`], because: 'it failed for two minutes' },
    {
      at: '40m',
      firing: [`GenwatchSourceFailing critical source=${DAY}`, `GenwatchSourceStale warning source=${DAY}`],
      because: 'the values are twenty minutes old, those of the other source are not',
    },
    {
      at: '55m',
      firing: [
        `GenwatchSourceFailing critical source=${DAY}`,
        `GenwatchSourceStale critical source=${DAY}`,
        `GenwatchSourceStale warning source=${DAY}`,
      ],
      because: 'they are half an hour old',
    },
    { at: '62m', firing: [], because: 'one refresh that succeeds makes them young at once' },
  ],
};
