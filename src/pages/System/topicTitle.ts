import { t } from '../../app/t';
import { type Topic } from '../../catalog/kinds/dashboard';

/** What a tab is called. */
export function topicTitle(topic: Topic): string {
  switch (topic) {
    case 'health':
      return t('system.health', 'Health');
    case 'trends':
      return t('system.trends', 'Trends');
    case 'errors':
      return t('system.errors', 'Errors');
  }
}
