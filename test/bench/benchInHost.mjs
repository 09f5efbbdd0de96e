import { writeFileSync } from 'node:fs';
import { GROUPS } from './groups/groups.mjs';
import { measureGroup } from './measure/measureGroup.mjs';
import { openHost } from './openHost.mjs';

const [hostFolder, group, scale, resultFile] = process.argv.slice(2);
const host = await openHost(hostFolder);
const measured = await measureGroup(host, GROUPS[group](Number(scale)));
writeFileSync(resultFile, JSON.stringify({ about: host.about, ...measured }));
// n8n's timers and connections would keep the process alive.
process.exit(0);
