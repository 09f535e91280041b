/** The name of the file that commands read in the working folder. It stands alone because most commands start without one. */
export const CONFIGURATION_FILE = 'dstack-conformance.yaml';
