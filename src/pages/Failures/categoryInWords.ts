import { t } from '../../app/t';

/** What a generation failed of, in words; an application may have categories of its own. */
export function categoryInWords(category: string): string {
  switch (category) {
    case 'ai_timeout':
      return t('failures.category.ai-timeout', 'AI timeout');
    case 'rate_limit':
      return t('failures.category.rate-limit', 'Rate limit');
    case 'validation_error':
      return t('failures.category.validation', 'Validation error');
    case 'dependency_error':
      return t('failures.category.dependency', 'Dependency error');
    case 'syntax_error':
      return t('failures.category.syntax', 'Syntax error');
    case 'unknown':
    case '':
      return t('failures.category.unknown', 'Unknown');
    default:
      return category;
  }
}
