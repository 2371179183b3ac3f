/** Whether something had to be built, or was newer than its sources. */
export type FreshBuild = 'built' | 'kept';
