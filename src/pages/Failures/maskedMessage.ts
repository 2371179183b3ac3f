import { maskMessage, unmarked } from '../../catalog/templates/maskMessage';

/** A message as lists show it: nothing in it is of a person, or of one occurrence only. */
export const maskedMessage = (message: string): string => unmarked(maskMessage(message));
