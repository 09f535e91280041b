import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

export const NO_COLORS: Colors = pc.createColors(false);
