def attempt(text):
    try:
        exec(text)
        print("accepted")
    except (SyntaxError, NotImplementedError, NameError, TypeError) as e:
        print(type(e).__name__)


def f(*positional, **named):
    print(positional, named)


attempt("f(1if True else 0)")
attempt("f([1for x in (1,)])")
attempt("f(0x1f or 2)")
attempt("f(1 if 0else 2)")
attempt('f("\\\\N{BULLET}")')
attempt('f(r"\\\\N{BULLET}", b"\\\\N{BULLET}")')
attempt('f("1if x", 1)  # 2if x')
attempt("f(**{}, *(2,))")
attempt("f(*(1,), x=2)")
attempt("f(*(1,), *(2,), x=3, **{})")
attempt("f(2 * 3, x=(1 * 2, 3 ** 2))")
attempt("f((lambda a=1, *b: b)(2, 3), y=(lambda a=1, *b: b)(2, 3))")
attempt("def g(x=1, *y): pass")
attempt("print(f(x=1)and(1), *(2,))")
