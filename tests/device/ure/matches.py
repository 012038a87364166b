import ure, re
match = ure.search('(\\d+)-(\\w)?', 'ab 12-')
print(re is ure, match, match.group(0), match.group(1), match.groups(), match.start(1), match.span(2), match.end())
print(ure.match('b', 'ab'), ure.match('a.', 'abc').group(0), ure.compile(b'[0-9]+').search(b'a12').group(0))
print(ure.split(',', 'a,b,c'), ure.compile('[,;]').split('a,b;c', 1), ure.compile('a|b').match('b').span())
print(ure.sub('(b)(c)', '<\\2\\g<1>\\x>', 'abcbc'), ure.sub('a', '-', 'banana', 2),
      ure.compile('a').sub(lambda found: found.group(0) * 2, 'ba'), ure.sub(b'a', b'\\0', b'ba'))
for call in (lambda: ure.compile('(a'), lambda: ure.match('*', 'a'), lambda: match.group(3),
             lambda: ure.compile('(,)').split('a,b')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
