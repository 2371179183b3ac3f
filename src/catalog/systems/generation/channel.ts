/** On which the database tells that a generation failed, as `sql/three-strikes.sql` sets up. */
export const CHANNEL = 'genwatch_generation';
