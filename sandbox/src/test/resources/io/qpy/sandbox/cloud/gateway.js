// A gateway and its sub-device by Alibaba's own SDK: node gateway.js PORT GATEWAY-SECRET SUB-DEVICE-SECRET.
// Each answer is a line, the call and its code.
const sdk = require('alibabacloud-iot-device-sdk');

const [port, gatewaySecret, subSecret] = process.argv.slice(2);
const own = { productKey: 'a1TestKey01', deviceName: 'dev1', deviceSecret: gatewaySecret };
const sub = { productKey: 'a1TestKey01', deviceName: 'dev2', deviceSecret: subSecret };
const named = ({ productKey, deviceName }) => ({ productKey, deviceName });

const gateway = sdk.gateway({ ...own, brokerUrl: `mqtt://127.0.0.1:${port}` });
const answer = (call) => new Promise((done) => call((reply) => done(reply)));

function said(name, reply) {
    console.log(name, reply.code);
}

async function all() {
    await new Promise((done) => setTimeout(done, 500)); // the SDK does not wait for its own subscriptions
    said('properties', await answer((done) => gateway.postProps({ LightSwitch: 0 }, done)));
    said('event', await answer((done) => gateway.postEvent('lowBattery', { level: 3 }, done)));
    said('tags', await answer((done) => gateway.postTags([{ attrKey: 'a', attrValue: 'b' }], done)));
    said('configuration', await answer((done) => gateway.getConfig(done)));
    said('add', await answer((done) => gateway.addTopo([sub], done)));
    const topology = await answer((done) => gateway.getTopo(done));
    said('get', topology);
    console.log(topology.data.map((each) => each.deviceName).join());
    let device;
    said('login', await answer((done) => { device = gateway.login(sub, done); }));
    await new Promise((done) => setTimeout(done, 500));
    said('its properties', await answer((done) => device.postProps({ LightSwitch: 1 }, done)));
    said('its event', await answer((done) => device.postEvent('lowBattery', { level: 3 }, done)));
    said('its tags', await answer((done) => device.postTags([{ attrKey: 'a', attrValue: 'b' }], done)));
    said('logout', await answer((done) => gateway.logout(named(sub), done)));
    said('delete', await answer((done) => gateway.removeTopo([named(sub)], done)));
    said('register', await answer((done) => gateway.regiestSubDevice([{ productKey: 'a1TestKey01', deviceName: 'fresh' }], done)));
    process.exit(0);
}

gateway.once('connect', all);
gateway.on('error', (error) => console.log('error', error));
