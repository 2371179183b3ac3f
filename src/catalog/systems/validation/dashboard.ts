import { type Dashboard } from '../../kinds/dashboard';
import { validationMetrics } from './metrics';
import { attempts } from './dashboard/attempts';
import { type Content } from './dashboard/content';
import { errors } from './dashboard/errors';
import { generation } from './dashboard/generation';
import { limit } from './dashboard/limit';
import { now } from './dashboard/now';
import { performance } from './dashboard/performance';
import { success } from './dashboard/success';
import { users } from './dashboard/users';

export const validationDashboard = (content: Content): Dashboard => ({
  uid: 'genwatch-validation',
  title: 'Genwatch: code validation',
  description: 'Does the validator repair what it generates, and does it stop when it cannot?',
  variables: [
    { kind: 'scenes', label: 'Scene', query: content.queries.scenes },
    { kind: 'step', label: 'Interval', values: ['15m', '1h', '6h'] },
    { kind: 'window', label: 'Window', values: validationMetrics.events.labels.window },
  ],
  rows: [now, success, limit, attempts, errors, users, generation, performance].map((row) => row(content)),
});
