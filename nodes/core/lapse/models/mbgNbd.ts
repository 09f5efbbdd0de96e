import { betaGeometricModel } from './betaGeometricModel';

/**
 * The MBG/NBD model of Batislam, Denizel and Filiztekin (2007), "Empirical validation and comparison
 * of models for customer base analysis", International Journal of Research in Marketing 24 (3).
 *
 * Customers can drop out after each order, the first one included.
 */
export const mbgNbd = betaGeometricModel('mbgNbd', 'MBG/NBD', true);
