# docker build -t qpy . && docker run --rm -v "$PWD/samples:/scripts" qpy run /scripts/mqtt/publish_subscribe.py
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -pl cli -am -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:25-jre
COPY --from=build /src/cli/target/qpy /opt/qpy
RUN useradd --create-home qpy
USER qpy
WORKDIR /scripts
ENTRYPOINT ["/opt/qpy/bin/qpy"]
