/** `first_attempt` is "First attempt". */
export const columnTitle = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('_', ' ');
