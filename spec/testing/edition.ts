/** The folder of the edition whose data the tests of this layer read. */
export const EDITION = 'dstack-0.18.42';
