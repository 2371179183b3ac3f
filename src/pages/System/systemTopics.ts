import { TOPICS, type Topic } from '../../catalog/kinds/dashboard';
import { type System } from '../../catalog/kinds/system';

/** The topics that a system's dashboards have rows about; each has a tab. */
export const systemTopics = ({ dashboards }: System): Topic[] =>
  TOPICS.filter((topic) => dashboards.some(({ rows }) => rows.some((row) => row.topic === topic)));
