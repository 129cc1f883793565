const COLOURS = 8;

/** The class that gives the colour of a series, and on paper its pattern. */
export const colourClass = (at: number): string => `chart-colour-${at % COLOURS}`;
