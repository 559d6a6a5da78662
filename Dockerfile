# The jar is built as by hand; the checks are those of mvn verify and are not repeated here.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
COPY src src
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/m2 mvn -B -q -Dmaven.repo.local=/m2 package -DskipTests

FROM eclipse-temurin:17.0.16_8-jre-noble
RUN useradd --system --user-group --no-create-home --shell /usr/sbin/nologin samsteg
RUN install -d -o samsteg -g samsteg -m 700 /archive
WORKDIR /app
COPY --from=build /build/target/samsteg.jar samsteg.jar
USER samsteg
ENV SPRING_PROFILES_ACTIVE=prod
EXPOSE 8080
# The image may have neither curl nor wget; the shell is enough.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# Engine time stamps carry no time zone, so every node runs where the staff are.
ENTRYPOINT ["java", "-Duser.timezone=Europe/Stockholm", "-Dfile.encoding=UTF-8", "-Duser.language=sv", "-Duser.country=SE", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "samsteg.jar"]
