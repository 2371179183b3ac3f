import { type Scenario } from '../../../tools/scenarios/scenario';

const chains = (outcome: string) =>
  `genwatch_validation_chains{job="genwatch-exporter", instance="a:1", outcome="${outcome}", window="24h"}`;

export const successOverADay: Scenario = {
  name: 'a day on which repairs get worse and better again',
  about: ['ValidationSuccessRateLow'],
  every: '5m',
  series: {
    [chains('fixed')]: '0 for 2h, 7 for 4h, 11 for 4h, 15 for 4h, 90 for 4h',
    [chains('gave_up')]: '2 for 2h, 2 for 4h, 6 for 4h, 6 for 4h, 6 for 4h',
    [chains('abandoned')]: '2 for 2h, 1 for 4h, 3 for 4h, 4 for 4h, 4 for 4h',
    [chains('open')]: '40 for 18h',
  },
  looks: [
    { at: '90m', firing: [], because: 'nothing was fixed, but four finished chains are too few to judge' },
    { at: '124m', firing: [], because: '7 of 10 is too little, and not yet for five minutes' },
    { at: '126m', firing: ['ValidationSuccessRateLow warning'], because: '7 of 10 is below 80 %' },
    {
      at: '7h',
      firing: ['ValidationSuccessRateLow critical', 'ValidationSuccessRateLow warning'],
      because: '11 of 20 is below 60 %, and critical comes beside the warning that it inhibits',
    },
    { at: '11h', firing: ['ValidationSuccessRateLow warning'], because: 'exactly 60 % is not below it' },
    { at: '15h', firing: [], because: '90 of 100 is well' },
  ],
};
