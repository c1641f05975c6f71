import { storeContract } from './contract.ts';
import { openEmbeddedUnderTest, openServerUnderTest } from './store-under-test.ts';

const uri = process.env.MONGODB_URI;

if (uri === undefined) storeContract('the embedded store', openEmbeddedUnderTest);
else storeContract(`the server of MONGODB_URI`, () => openServerUnderTest(uri));
