import { type Scenario } from '../../../tools/scenarios/scenario';

const messages = (kind: string, instance = 'a:1') =>
  `genwatch_validation_messages{job="genwatch-exporter", instance="${instance}", kind="${kind}", window="6h"}`;

export const quietNight: Scenario = {
  name: 'a quiet night, and a second exporter that starts in the morning',
  about: ['ValidationEventsMissing'],
  every: '5m',
  series: {
    [messages('any')]: '300 for 2h, 49 for 6h, 50 for 1h, 180 for 7h',
    [messages('event')]: '9 for 2h, 0 for 7h, 0 for 4h, 2 for 3h',
    // It sees the same, only later.
    [messages('any', 'b:1')]: 'gone for 10h, 180 for 6h',
    [messages('event', 'b:1')]: 'gone for 10h, 0 for 2h, 2 for 4h',
  },
  looks: [
    { at: '1h', firing: [], because: 'an evening with repairs' },
    { at: '5h', firing: [], because: 'at night hardly anybody writes: 49 messages without an event mean nothing' },
    { at: '510m', firing: ['ValidationEventsMissing warning'], because: 'fifty messages should have had one' },
    { at: '11h', firing: ['ValidationEventsMissing warning'], because: 'two exporters that see none see none' },
    { at: '750m', firing: [], because: 'one of them has found an event, so there are some' },
    { at: '15h', firing: [], because: 'both have' },
  ],
};
