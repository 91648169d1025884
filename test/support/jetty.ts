/** The configuration with which Fuseki's web server listens on loopback only. */

/** The default output buffer of 5 MiB a request fills direct memory and is several times slower. */
export const jettyXml = (port: number) => `<?xml version="1.0"?>
<!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "http://www.eclipse.org/jetty/configure_10_0.dtd">
<Configure id="Server" class="org.eclipse.jetty.server.Server">
  <New id="httpConfig" class="org.eclipse.jetty.server.HttpConfiguration">
    <Set name="outputBufferSize">32768</Set>
    <Set name="sendServerVersion">false</Set>
  </New>
  <Call name="addConnector">
    <Arg>
      <New class="org.eclipse.jetty.server.ServerConnector">
        <Arg name="server"><Ref refid="Server"/></Arg>
        <Arg name="factories">
          <Array type="org.eclipse.jetty.server.ConnectionFactory">
            <Item>
              <New class="org.eclipse.jetty.server.HttpConnectionFactory">
                <Arg name="config"><Ref refid="httpConfig"/></Arg>
              </New>
            </Item>
          </Array>
        </Arg>
        <Set name="host">127.0.0.1</Set>
        <Set name="port">${port}</Set>
      </New>
    </Arg>
  </Call>
</Configure>
`
