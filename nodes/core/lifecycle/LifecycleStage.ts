/** The stages of a customer's life, from key actions alone, in their order. Names are permanent. */
export const LIFECYCLE_STAGES = ['prospect', 'customer', 'advocate', 'lapsed', 'lost'] as const;

export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];
