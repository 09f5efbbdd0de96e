import { betaGeometricModel } from './betaGeometricModel';

/**
 * The BG/NBD model of Fader, Hardie and Lee (2005), "'Counting your customers' the easy way: an
 * alternative to the Pareto/NBD model", Marketing Science 24 (2).
 *
 * Customers can drop out after each repeat order, so whoever ordered once is alive for certain.
 */
export const bgNbd = betaGeometricModel('bgNbd', 'BG/NBD', false);
