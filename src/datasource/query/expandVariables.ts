/** One variable and nothing else: `$scene`, `${scene}`, `${scene:raw}`, `[[scene]]`. */
const ONE_VARIABLE = /^\s*(\$\w+|\$\{\w+(:\w+)?\}|\[\[\w+(:\w+)?\]\])\s*$/;

/** The values that a text stands for: those of its variable when it is one, else the text with variables replaced. */
export function expandVariables(
  text: string,
  replace: (text: string, format?: (value: string | string[]) => string) => string
): string[] {
  let values: readonly string[] | undefined;
  const replaced = replace(text, (value) => {
    values = [value].flat().map(String);
    return values.join(',');
  });
  return ONE_VARIABLE.test(text) && values ? [...values] : [replaced];
}
