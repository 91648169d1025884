import { describe, expect, test } from 'vitest'
import { isPublic, type LookupAll, publicLookup } from '../../../src/query/service/public-address.ts'

describe('isPublic', () => {
  test.each([
    ['93.184.216.34', 'documentation uses it, the web has it'],
    ['8.8.8.8', ''],
    ['172.15.255.255', 'the last before 172.16/12'],
    ['172.32.0.0', 'the first after it'],
    ['100.63.255.255', 'the last before 100.64/10'],
    ['100.128.0.0', 'the first after it'],
    ['2606:2800:220:1:248:1893:25c8:1946', ''],
    ['2a02:ec80:300:ed1a::1', ''],
  ])('%s is (%s)', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  test.each([
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'link-local: metadata of most clouds'],
    ['169.254.170.2', 'link-local: credentials of containers'],
    ['100.64.0.1', 'shared by providers'],
    ['100.100.100.200', 'shared: metadata of Alibaba Cloud'],
    ['192.0.0.192', 'protocol assignments: metadata of Oracle Cloud'],
    ['168.63.129.16', 'the host of Azure'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.1', 'documentation'],
    ['192.88.99.1', 'relay of 6to4'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.250', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::127.0.0.1', 'IPv4-compatible'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:7f00:1', 'IPv4-mapped'],
    ['::ffff:8.8.8.8', 'IPv4-mapped, though public'],
    ['::ffff:0:127.0.0.1', 'IPv4-translated'],
    ['64:ff9b::127.0.0.1', 'NAT64'],
    ['64:ff9b:1::a00:1', 'NAT64 of one network'],
    ['2002:7f00:1::1', '6to4'],
    ['2002:a9fe:a9fe::', '6to4'],
    ['2001:0:7f00:1::', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['3fff::1', 'documentation'],
    ['100::1', 'discard'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'unique local: metadata of AWS'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with its zone'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['4000::1', 'not assigned'],
    ['localhost', 'no address'],
    ['', 'no address'],
  ])('%s is not (%s)', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  test.each([
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0177.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['①②⑦.⓪.⓪.①', '127.0.0.1'],
    ['%31%32%37.0.0.1', '127.0.0.1'],
    ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
    ['[0:0:0:0:0:0:0:1]', '[::1]'],
  ])('a URL writes %s as %s, so that the list sees one spelling', (spelling, normal) => {
    expect(new URL(`http://${spelling}:9/`).hostname).toBe(normal)
  })
})

describe('publicLookup', () => {
  const leadsTo =
    (...addresses: string[]): LookupAll =>
    (_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  const find = (lookup: LookupAll, all: boolean) =>
    new Promise((resolve, reject) =>
      publicLookup(lookup)('name.example', { all }, (error, address, family) =>
        error ? reject(error) : resolve(all ? address : [address, family]),
      ),
    )

  test('answers what it has checked', async () => {
    expect(await find(leadsTo('8.8.8.8', '2606:4700::1'), false)).toEqual(['8.8.8.8', 4])
    expect(await find(leadsTo('8.8.8.8', '2606:4700::1'), true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ])
  })

  test.each([['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['8.8.8.8', '::ffff:127.0.0.1'], []])(
    'refuses a name that leads to %j, wholly',
    async (...addresses) => {
      for (const all of [true, false]) {
        await expect(find(leadsTo(...addresses), all)).rejects.toMatchObject({ code: 'query-refused' })
      }
    },
  )
})
