import { type SystemFactory } from '../kinds/system';
import { generation } from './generation';
import { platform } from './platform';
import { validation } from './validation';

/** Every system Genwatch watches, in the order people read them. */
export const SYSTEMS: readonly SystemFactory[] = [validation, generation, platform];
