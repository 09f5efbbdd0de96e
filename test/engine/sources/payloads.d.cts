/** Whether the folder with the recorded payloads lies beside the checkout. */
export const hasPayloads: boolean;

/** Every item of a sample file, or `undefined` where the folder is missing. */
export function samplesOf(file: string): object[] | undefined;

/** Every item of all samples of a system, or `undefined` where the folder is missing. */
export function samplesOfSystem(folder: string): object[] | undefined;
