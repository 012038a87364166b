# target: 2026
def show(items):
    print("items:", len(items))
    print(f"{items!r} {(lambda: 1)()}")  # finds: f-string-detail
