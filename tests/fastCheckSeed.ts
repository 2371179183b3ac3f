import fc from 'fast-check';

/**
 * Random histories are the same ones in every run, so that a red build means the change. FAST_CHECK_SEED=<a number> tries
 * others; what fails tells its seed.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FAST_CHECK_SEED ?? 20261130) });
