import { type Scenario } from '../../../tools/scenarios/scenario';

const messages = (kind: string) => `genwatch_validation_messages{job="genwatch-exporter", kind="${kind}", window="6h"}`;

export const phrasesChanged: Scenario = {
  name: 'the product words its repairs anew, and no phrase finds them any more',
  about: ['ValidationEventsMissing', 'ValidationAttemptRateHigh'],
  every: '10m',
  series: {
    [messages('any')]: '400 for 18h',
    // What was found before leaves the six hours little by little.
    [messages('event')]: '36 for 3h, 36 growing by -1 for 6h, 0 for 6h, 1 for 3h',
    'genwatch_validation_events{job="genwatch-exporter", event="attempt", window="1h"}': '12 for 3h, 0 for 15h',
  },
  looks: [
    { at: '2h', firing: [], because: 'messages come with events' },
    { at: '8h', firing: [], because: 'one event of six hours ago says that it can be told' },
    { at: '10h', firing: ['ValidationEventsMissing warning'], because: 'four hundred messages and not one event' },
    { at: '14h', firing: ['ValidationEventsMissing warning'], because: 'it does not go away by itself' },
    { at: '16h', firing: [], because: 'the phrases were corrected, and the first event was found' },
  ],
};
