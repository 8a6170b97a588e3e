# One image for all commands of the hub. Maven makes what goes in: mvn -DskipTests package
# BASE has a Java 17 or newer, bash, and useradd; tini if it has it.
ARG BASE=eclipse-temurin:17-jre
FROM ${BASE}

RUN groupadd --system --gid 10001 rollout \
    && useradd --system --uid 10001 --gid rollout --home-dir /var/lib/rollout --shell /usr/sbin/nologin rollout \
    && install --directory --owner=rollout --group=rollout /var/lib/rollout /drop \
    && ln -s /opt/rollout/rollout /usr/local/bin/rollout

# What changes least comes first.
COPY hub/target/app/registry /opt/rollout/app/registry
COPY hub/target/app/connect /opt/rollout/app/connect
COPY hub/target/app/examples /opt/rollout/app/examples
COPY hub/target/app/lib /opt/rollout/app/lib
COPY hub/target/app/jvm.options hub/target/app/broker.options hub/target/app/LICENSE hub/target/app/NOTICE hub/target/app/THIRD-PARTY.txt hub/target/app/sbom.json /opt/rollout/app/
COPY rollout docker/entrypoint docker/healthcheck docker/demo-data /opt/rollout/

# Console, metrics and health, on the container alone unless ROLLOUT_HTTP_HOST says more.
ENV ROLLOUT_HTTP_PORT=8080

USER 10001:10001
WORKDIR /var/lib/rollout
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=6 CMD ["/opt/rollout/healthcheck"]
ENTRYPOINT ["/opt/rollout/entrypoint"]
CMD ["--help"]
