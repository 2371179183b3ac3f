import { type Random } from '../../plan/random';

// The parts of a message that differ from one occurrence of an error to the next.

export const requestId = (dice: Random): string => `req_${dice.hex(20)}`;

export const uuid = (dice: Random): string =>
  `${dice.hex(8)}-${dice.hex(4)}-4${dice.hex(3)}-a${dice.hex(3)}-${dice.hex(12)}`;

export const file = (dice: Random): string =>
  `/srv/projects/${dice.hex(8)}/src/${dice.pick(['App', 'pages/Home', 'pages/Checkout', 'parts/Chart', 'parts/Menu'])}.${dice.pick(['tsx', 'jsx', 'vue', 'css'])}`;

export const host = (dice: Random): string => `node-${dice.between(1, 40)}.eu-${dice.between(1, 3)}.example.com`;

export const packageName = (dice: Random): string =>
  dice.pick(['framer-motion', '@radix-ui/react-dialog', 'chart.js', 'three', 'vue-router', 'date-fns', 'zustand']);
