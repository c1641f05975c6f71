import { main } from '../../runtime-api/src/main.ts';

// `redress start` as a person types it, from source: a folder of its own, a free port, a MongoDB server shared with others.
const [home = '', uri = ''] = process.argv.slice(2);
Object.assign(process.env, { REDRESS_HOME: home, MONGODB_URI: uri, PORT: '0', HOST: '127.0.0.1' });
await main([process.execPath, 'redress', 'start']);
