import { type Dashboard } from '../../kinds/dashboard';
import { type Content } from './dashboard/content';
import { durations } from './dashboard/durations';
import { failures } from './dashboard/failures';
import { now } from './dashboard/now';
import { outcomes } from './dashboard/outcomes';
import { recovery } from './dashboard/recovery';
import { users } from './dashboard/users';
import { WINDOWS } from './metrics';

export const generationDashboard = (content: Content): Dashboard => ({
  uid: 'genwatch-generation',
  title: 'Genwatch: generation',
  description: 'Does the generator succeed, what fails, and does it learn from that?',
  variables: [
    { kind: 'step', label: 'Interval', values: ['15m', '1h', '6h'] },
    { kind: 'window', label: 'Window', values: WINDOWS },
  ],
  rows: [now, outcomes, failures, recovery, durations, users].map((row) => row(content)),
});
