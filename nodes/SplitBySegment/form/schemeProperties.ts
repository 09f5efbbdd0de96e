import type { INodeProperties } from 'n8n-workflow';

import { segmentsProperty } from './segmentsProperty';

/** How people are put into groups, in the order of the form. */
export const schemeProperties: INodeProperties[] = [segmentsProperty];
