import { type MinedTemplate } from '../../src/catalog/templates/minedTemplate';

const LEAST_CHARACTERS = 4;

/**
 * The template with an id, of which the beginning will do.
 * @throws Error when there is none, or more than one
 */
export function findTemplate(id: string, templates: readonly MinedTemplate[]): MinedTemplate {
  const found = templates.filter((template) => template.id === id || beginsWith(template, id));
  const [only, ...more] = found;
  if (!only) {
    throw new Error(
      `There is no template "${id}": its words may have changed with newer messages. See: npx genwatch templates`
    );
  }
  if (more.length > 0) {
    throw new Error(`"${id}" begins more than one id: ${found.map((one) => one.id).join(', ')}. Write more of it.`);
  }
  return only;
}

const beginsWith = (template: MinedTemplate, id: string): boolean =>
  id.length >= LEAST_CHARACTERS && template.id.startsWith(id);
