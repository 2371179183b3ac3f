import packageFile from '../package.json';

/** Version of this Genwatch. */
export const VERSION: string = packageFile.version;
