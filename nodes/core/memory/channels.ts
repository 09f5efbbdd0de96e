/** The media that reach people. Names are permanent: rows of the memory hold them. */
export const REACHING_CHANNELS = ['ads', 'email', 'phone', 'post', 'sms', 'telegram'] as const;

export type Channel = (typeof REACHING_CHANNELS)[number];
