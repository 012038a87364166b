"""microdot serves until a client asks for /stop. argv: port."""
import usys

usys.path.append("/usr")
from microdot import Microdot, Response

app = Microdot()


@app.get("/")
async def index(request):
    return "hello %s" % request.args.get("name", "world")


@app.post("/json/<int:number>")
async def told(request, number):
    return {"number": number, "got": request.json}


@app.get("/stream")
async def stream(request):
    async def lines():
        for i in range(3):
            yield "line %d\n" % i

    return lines()


@app.get("/moved")
async def moved(request):
    return Response.redirect("/")


@app.errorhandler(404)
async def nothing(request):
    return {"error": "nothing at " + request.path}, 404


@app.get("/stop")
async def stop(request):
    request.app.shutdown()
    return "stopping"


app.run(host="127.0.0.1", port=int(usys.argv[1]))
print("ok")
