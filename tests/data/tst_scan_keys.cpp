#include "data/scanner/facts.h"

#include <QTest>

#include <string>

using namespace trestle::scanner;

/// The keys of YAML, JSON, TOML and properties files, with their values and lines.
class TestScanKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yaml_data();
    void yaml() { check(); }
    void templates_data();
    void templates() { check(); }
    void json_data();
    void json() { check(); }
    void toml_data();
    void toml() { check(); }
    void properties_data();
    void properties() { check(); }

private:
    static void columns()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected"); ///< "LINE KEY=VALUE"
    }
    static void check();
};

void TestScanKeys::check()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QVERIFY(mayHoldFacts(path.toStdString()));
    const QString windows = QString(text).replace("\n", "\r\n");
    for (const QString& written : {text, windows, QString("\uFEFF" + text)}) {
        QStringList found;
        for (const KeyFact& fact : factsOf(path.toStdString(), written.toStdString()).keys)
            found << QString::number(fact.line) + ' ' + QString::fromStdString(fact.key + '=' + fact.value);
        QCOMPARE(found, expected);
    }
}

void TestScanKeys::yaml_data()
{
    columns();
    QTest::newRow("maps and lists") << "docker-compose.yml" << R"(# a comment
services:
  db:
    image: "postgres:16" # another
    # image: mysql
    ports: ["5432:5432", 9000]
    environment:
      - A=1
      -
        B=2
    healthcheck:
      test: [CMD, pg_isready]
      retries: 5
volumes: {data: {}}
networks: []
nothing:
tilde: ~
)"
                                    << QStringList{"4 services.db.image=postgres:16",
                                                   "6 services.db.ports[]=5432:5432",
                                                   "6 services.db.ports[]=9000",
                                                   "8 services.db.environment[]=A=1",
                                                   "10 services.db.environment[]=B=2",
                                                   "12 services.db.healthcheck.test[]=CMD",
                                                   "12 services.db.healthcheck.test[]=pg_isready",
                                                   "13 services.db.healthcheck.retries=5",
                                                   "14 volumes.data={}",
                                                   "15 networks=[]",
                                                   "16 nothing=",
                                                   "17 tilde="};
    QTest::newRow("texts of several lines") << ".github/workflows/ci.yml" << R"(on: [push]
jobs:
  test:
    steps:
      - uses: actions/checkout@v4
      - run: | # all of it
          npm ci
          # npm run no

          npm test
        env: {CI: "${{ secrets.CI }}"}
      - run: >-
          npm run
          lint
      - name:
          plain
          text
      - {name: "a|
          b"}
)"
                                            << QStringList{"1 on[]=push",
                                                           "5 jobs.test.steps[].uses=actions/checkout@v4",
                                                           "7 jobs.test.steps[].run=npm ci",
                                                           "10 jobs.test.steps[].run=npm test",
                                                           "11 jobs.test.steps[].env.CI=${{ secrets.CI }}",
                                                           "12 jobs.test.steps[].run=npm run lint",
                                                           "15 jobs.test.steps[].name=plain text",
                                                           "18 jobs.test.steps[].name=a| b"};
    QTest::newRow("nothing but comments") << "a.yml" << "run: |\n  # a\nb: 1\n" << QStringList{"1 run=", "3 b=1"};
    QTest::newRow("lists of lists") << "a.yaml" << "- - a\n  - [b]\n- c: d\n"
                                    << QStringList{"1 [][]=a", "2 [][][]=b", "3 [].c=d"};
    QTest::newRow("documents") << "k8s.yaml" << R"(kind: Deployment
---
kind: Service # after it
--- # the third
kind: [
---
kind: Ingress
...
)" << QStringList{"1 kind=Deployment", "3 kind=Service", "7 kind=Ingress"};
    QTest::newRow("tags and aliases") << "stack.yaml" << R"(base: &base
  Type: !Sub "${AWS::Region}"
  Ref: !GetAtt [Db, Arn]
copy: *base
merged:
  <<: *base
  Type: other
*base : key
)" << QStringList{"2 base.Type=${AWS::Region}", "3 base.Ref[]=Db", "3 base.Ref[]=Arn", "4 copy=*", "6 merged.<<=*",
                  "7 merged.Type=other",        "8 *=key"};
    QTest::newRow("the same key twice") << "a.yml" << "a: 1\na: 2\n" << QStringList{"1 a=1", "2 a=2"};
    QTest::newRow("a map as the key") << "a.yml" << "? {a: b}\n: c\nd: e\n" << QStringList{"1 .a=b", "1 =c", "3 d=e"};
    QTest::newRow("damage") << "a.yml" << "a: 1\nb:\n  c: 2\n  d: *nowhere\ne: 4\n" << QStringList{"1 a=1", "3 b.c=2"};
    QTest::newRow("a scalar alone") << "a.yml" << "text\n" << QStringList{};
    QTest::newRow("application.yml") << "application.yml" << "spring:\n  datasource:\n    url: jdbc:x\n"
                                     << QStringList{"3 spring.datasource.url=jdbc:x"};
}

void TestScanKeys::templates_data()
{
    columns();
    QTest::newRow("Helm") << "chart/templates/deployment.yaml" << R"({{- if .Values.enabled }}
kind: Deployment
metadata:
  name: {{ include "shop.name" . }}
  labels:
    {{- include "shop.labels" . | nindent 4 }}
{{- /* a comment
  kind: none
*/ -}}
spec:
  replicas: {{ .Values.replicas }}
  {{- with .Values.resources }}
  resources:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  env:
    {{- range .Values.env }}
    - name: "{{ .name | default "x" }}"
    {{- end }}
  probe: /health
{{- end }}
)" << QStringList{"2 kind=Deployment",    "4 metadata.name=_include_shop.name_._",
                  "5 metadata.labels=",   "11 spec.replicas=_.Values.replicas_",
                  "13 spec.resources=",   "18 spec.env[].name=_.name_default_x_",
                  "20 spec.probe=/health"};
    QTest::newRow("Jinja") << "playbook.yml" << "{% if a %}\nb: {{ c }}\n{% endif %}\n" << QStringList{"2 b=_c_"};
    QTest::newRow("comments are no templates") << "a.yml" << "# {{ a }}\nb: \"{{ c }}\"\n"
                                               << QStringList{"2 b={{ c }}"};
    QTest::newRow("quoted variables are text") << "playbook.yml" << "- name: x\n  password: \"{{ vault_password }}\"\n"
                                               << QStringList{"1 [].name=x", "2 [].password={{ vault_password }}"};
}

void TestScanKeys::json_data()
{
    columns();
    QTest::newRow("values") << "a.json" << R"({
  "text": "a\"b\u00e9",
  "number": 1,
  "negative": -2.50
  ,
  "flags": [true, false,
    null, 3
  ],
  "empty": {}, "none": [],
  "map": {"a.b": [{"c": 1}]}
})" << QStringList{"2 text=a\"bé", "3 number=1",  "4 negative=-2.50", "6 flags[]=true", "6 flags[]=false",
                   "7 flags[]=",   "7 flags[]=3", "9 empty={}",       "9 none=[]",      "10 map.a.b[].c=1"};
    QTest::newRow("comments and commas") << "tsconfig.json" << R"(// for the editor
{
  /* "strict": false,
     "a": 1, */
  "compilerOptions": {
    "strict": true, // "no": 1
    "paths": {"@/*": ["./src/*",]},
  },
})" << QStringList{"6 compilerOptions.strict=true", "7 compilerOptions.paths.@/*[]=./src/*"};
    QTest::newRow("signs in text") << "a.json" << R"({"url": "https://example.com/*", "b": ",}", "c": "\\"})"
                                   << QStringList{"1 url=https://example.com/*", "1 b=,}", "1 c=\\"};
    QTest::newRow("numbers in a list of lines")
        << "a.json" << "[1,\n2,\n3\n]" << QStringList{"1 []=1", "2 []=2", "3 []=3"};
    QTest::newRow("damage") << "a.json" << "{\"a\": 1,\n\"b\": \"2\n\"}" << QStringList{"1 a=1"};
    QTest::newRow("the same key twice") << "a.json" << "{\"a\": 1, \"a\": 2}" << QStringList{"1 a=1", "1 a=2"};
    QTest::newRow("a scalar alone") << "a.json" << "1" << QStringList{};
    QTest::newRow("scripts") << "package.json" << "{\"scripts\": {\n\"test\": \"vitest\"}}"
                             << QStringList{"2 scripts.test=vitest"};
}

void TestScanKeys::toml_data()
{
    columns();
    QTest::newRow("tables") << "fly.toml" << R"(app = "shop" # a comment
# kill = true
[http_service]
internal_port = 8080
ratio = 0.5
force.https = true
since = 2026-01-02
[[services]]
ports = [
  80,
  443, # and TLS
]
[[services]]
inline = {a = 1, b = {c = "d"}}
[empty]
)"
                            << QStringList{"1 app=shop",
                                           "4 http_service.internal_port=8080",
                                           "5 http_service.ratio=0.5",
                                           "6 http_service.force.https=true",
                                           "7 http_service.since=2026-01-02",
                                           "10 services[].ports[]=80",
                                           "11 services[].ports[]=443",
                                           "14 services[].inline.a=1",
                                           "14 services[].inline.b.c=d",
                                           "15 empty={}"};
    QTest::newRow("texts") << "a.toml" << "a = '''x\ny'''\nb = \"\\u00e9\"\n" << QStringList{"1 a=x\ny", "3 b=é"};
    QTest::newRow("damage") << "a.toml" << "a = 1\n[b]\nc = 2\nd = {{ template }}\ne = 5\n"
                            << QStringList{"1 a=1", "3 b.c=2"};
    QTest::newRow("damage in a list") << "a.toml" << "a = 1\n[b]\nc = [\n1,\n2\n" << QStringList{"1 a=1"};
    QTest::newRow("the same key twice") << "a.toml" << "a = 1\nb = 2\na = 3\n" << QStringList{"1 a=1", "2 b=2"};
}

void TestScanKeys::properties_data()
{
    columns();
    QTest::newRow("application.properties") << "src/main/resources/application.properties" << R"(# spring.comment=1
! another
spring.datasource.url=jdbc:postgresql://db/shop
management.endpoints : health,\
    info
   server.port 8080
escaped\:key=a\=b
empty=
alone
)"
                                            << QStringList{"3 spring.datasource.url=jdbc:postgresql://db/shop",
                                                           "4 management.endpoints=health,info",
                                                           "6 server.port=8080",
                                                           "7 escaped:key=a=b",
                                                           "8 empty=",
                                                           "9 alone="};
}

QTEST_APPLESS_MAIN(TestScanKeys)
#include "tst_scan_keys.moc"
