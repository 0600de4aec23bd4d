#include "data/scanner/facts.h"

#include <QTest>

#include <string>

using namespace trestle::scanner;

/// The dependencies that manifests and lock files of each ecosystem name, with their lines.
class TestScanDependencies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void npm_data();
    void npm() { check(Ecosystem::npm); }
    void python_data();
    void python() { check(Ecosystem::python); }
    void go_data();
    void go() { check(Ecosystem::go); }
    void ruby_data();
    void ruby() { check(Ecosystem::ruby); }
    void composer_data();
    void composer() { check(Ecosystem::composer); }
    void maven_data();
    void maven() { check(Ecosystem::maven); }
    void nuget_data();
    void nuget() { check(Ecosystem::nuget); }
    void mix_data();
    void mix() { check(Ecosystem::mix); }
    void cargo_data();
    void cargo() { check(Ecosystem::cargo); }

private:
    static void columns()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected"); ///< "LINE NAME", with " lock" where no manifest names it
    }
    static void check(Ecosystem ecosystem);
};

void TestScanDependencies::check(Ecosystem ecosystem)
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QVERIFY(mayHoldFacts(path.toStdString()));
    for (const bool isWindows : {false, true}) {
        QString written = text;
        const FileFacts facts =
            factsOf(path.toStdString(), (isWindows ? written.replace("\n", "\r\n") : written).toStdString());
        QStringList found;
        for (const Dependency& one : facts.dependencies) {
            QVERIFY(one.ecosystem == ecosystem);
            found << QString::number(one.line) + ' ' + QString::fromStdString(one.name) + (one.isDirect ? "" : " lock");
        }
        QCOMPARE(found, expected);
    }
}

void TestScanDependencies::npm_data()
{
    columns();
    QTest::newRow("manifest") << "web/package.json" << R"({
  "name": "shop", "version": "1.0.0",
  "scripts": { "express": "no dependency" },
  "dependencies": {
    "express": "^4.18.0",
    "socket.io": "4", "@NestJS/core": "10"
  },
  "devDependencies": { "vitest": "^1" },
  "optionalDependencies": { "fsevents": "*" },
  "peerDependencies": {
    "react": ">=18"
  },
  "peerDependenciesMeta": { "vue": { "optional": true } }
})" << QStringList{"5 express", "6 @nestjs/core", "6 socket.io", "8 vitest", "9 fsevents", "11 react"};
    QTest::newRow("another name") << "package.json" << R"({"dependencies": {
  "react": "npm:preact@10", "core": "npm:@scope/core@1"
}})" << QStringList{"2 @scope/core", "2 preact"};
    QTest::newRow("no dependencies") << "package.json" << R"({"dependencies": {}, "bin": {"a": "b"}})" << QStringList{};
    QTest::newRow("Deno") << "deno.json" << R"({"imports": {
  "hono": "npm:hono@4.0.0", "@std/assert": "jsr:@std/assert@1",
  "zod": "npm:@scope/zod@^3", "own": "./src/own.ts"
}})" << QStringList{"2 hono", "3 @scope/zod"};
    QTest::newRow("lock of npm 5") << "package-lock.json" << R"({
  "lockfileVersion": 1,
  "dependencies": {
    "express": {
      "version": "4.18.0",
      "requires": { "accepts": "1" },
      "dependencies": {
        "debug": { "version": "2.6.9" }
      }
    }
  }
})" << QStringList{"4 express lock", "8 debug lock"};
    QTest::newRow("lock of npm 7") << "npm-shrinkwrap.json" << R"({
  "lockfileVersion": 3,
  "packages": {
    "": {
      "name": "shop",
      "dependencies": { "express": "^4" }
    },
    "node_modules/express": {
      "version": "4.18.0",
      "dependencies": { "accepts": "1" }
    },
    "node_modules/express/node_modules/@types/node": { "version": "20.0.0", "dev": true },
    "packages/own": { "version": "1.0.0" }
  }
})" << QStringList{"6 express", "8 express lock", "12 @types/node lock"};
    QTest::newRow("yarn") << "yarn.lock" << R"(# yarn lockfile v1

"@babel/core@^7.0.0", "@babel/core@^7.1.0":
  version "7.23.0"
  dependencies:
    debug "^4.1.0"

lodash@^4.17.0, lodash@^4.17.4:
  version "4.17.21"
)" << QStringList{"3 @babel/core lock", "8 lodash lock"};
    QTest::newRow("yarn 2") << "yarn.lock" << R"(__metadata:
  version: 6

"lodash@npm:^4.17.21":
  version: 4.17.21

"shop@workspace:.":
  version: 0.0.0-use.local

"typescript@patch:typescript@^5#~builtin<compat/typescript>":
  version: 5.2.2
)" << QStringList{"4 lodash lock", "10 typescript lock"};
    QTest::newRow("pnpm 5") << "pnpm-lock.yaml" << R"(lockfileVersion: 5.4

specifiers:
  express: ^4

dependencies:
  express: 4.18.0

devDependencies:
  '@types/node': 20.0.0

packages:

  /express/4.18.0:
    dependencies:
      accepts: 1.3.8
    dev: false

  /@types/node/20.0.0:
    dev: true
)" << QStringList{"7 express", "10 @types/node", "14 express lock", "19 @types/node lock"};
    QTest::newRow("pnpm 9") << "pnpm-lock.yaml" << R"(lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      express:
        specifier: ^4
        version: 4.18.0
  apps/web:
    devDependencies:
      vitest:
        specifier: ^1
        version: 1.0.0(@types/node@20.0.0)

packages:

  express@4.18.0:
    resolution: {integrity: sha512-a==}

  '@babel/core@7.23.0':
    resolution: {integrity: sha512-b==}

snapshots:

  express@4.18.0:
    dependencies:
      accepts: 1.3.8
)" << QStringList{"7 express", "12 vitest", "18 express lock", "21 @babel/core lock"};
    QTest::newRow("bun") << "bun.lock" << R"({
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "shop",
      "dependencies": { "hono": "^4", },
    },
  },
  "packages": {
    "hono": ["hono@4.0.0", "", {}, "sha512-a=="],
    "vite/esbuild": ["esbuild@0.20.0", "", { "bin": "b@c" }, "sha512-b=="],
  }
})" << QStringList{"6 hono", "10 hono lock", "11 esbuild lock"};
}

void TestScanDependencies::python_data()
{
    columns();
    QTest::newRow("requirements") << "requirements.txt" << R"(# Flask==1
Flask==3.0 # the web
-r base.txt
-c constraints.txt
--index-url https://example.com/simple
  requests [security,socks] >= 2 ; python_version < "3.12"
psycopg2_binary==2.9 \
    --hash=sha256:aaaa \
    --hash=sha256:bbbb
zope.interface
)" << QStringList{"2 flask", "6 requests", "7 psycopg2-binary", "10 zope-interface"};
    QTest::newRow("addresses") << "requirements-dev.txt" << R"(pip @ https://example.com/pip.whl
-e git+https://example.com/a/b.git@v1#egg=Some_Name[extra]
git+https://example.com/a/other.git@v1
-e .
./local.whl
https://example.com/none.whl
This is a sentence, no requirement
)" << QStringList{"1 pip", "2 some-name", "3 other"};
    QTest::newRow("folder") << "requirements/prod.txt" << "gunicorn\n" << QStringList{"1 gunicorn"};
    QTest::newRow("input of pip-tools") << "requirements.in" << "django>=5\n" << QStringList{"1 django"};
    QTest::newRow("constraints") << "constraints.txt" << "urllib3<2\n" << QStringList{"1 urllib3 lock"};
    QTest::newRow("project") << "pyproject.toml" << R"([project]
name = "shop"
dependencies = [
  "Django[argon2]>=5; python_version > '3.10'",
  # "celery",
  'redis @ https://example.com/redis.whl',
]
keywords = ["sentry-sdk"]
[project.optional-dependencies]
dev = ["pytest", "ruff"]
[dependency-groups]
docs = ["sphinx", {include-group = "dev"}]
[build-system]
requires = ["hatchling"]
)" << QStringList{"4 django", "6 redis", "10 pytest", "10 ruff", "12 sphinx"};
    QTest::newRow("poetry") << "pyproject.toml" << R"([tool.poetry.dependencies]
python = "^3.11"
fastapi = "^0.100"
"zope.interface" = {version = "6", optional = true}
# celery = "5"
[tool.poetry.dependencies.uvicorn]
version = "0.20"
extras = ["standard"]
[tool.poetry.group.dev.dependencies]
pytest_asyncio = "*"
[tool.poetry.dev-dependencies]
mypy = [{version = "1"}, {version = "2"}]
)" << QStringList{"3 fastapi", "4 zope-interface", "6 uvicorn", "10 pytest-asyncio", "12 mypy"};
    QTest::newRow("pdm and uv") << "pyproject.toml" << R"([tool.pdm.dev-dependencies]
test = ["pytest>=7"]
[tool.uv]
dev-dependencies = [
  "ruff>=0.1",
]
[tool.uv.sources]
other = { git = "https://example.com/other" }
)" << QStringList{"2 pytest", "5 ruff"};
    QTest::newRow("locked by poetry") << "poetry.lock" << R"([[package]]
name = "Django"
version = "5.0"

[package.dependencies]
asgiref = ">=3"
name = "no package"

[[package]]
name = "asgiref"
version = "3.7"

[metadata]
name = "none"
)" << QStringList{"2 django lock", "10 asgiref lock"};
    QTest::newRow("locked by uv") << "uv.lock" << R"(version = 1

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "anyio" },
]

[[package]]
name = "anyio"
source = { registry = "https://pypi.org/simple" }
)" << QStringList{"12 anyio lock"};
    QTest::newRow("Pipfile") << "Pipfile" << R"([[source]]
name = "pypi"
[packages]
flask = "*"
[dev-packages]
pytest = {version = "*"}
[requires]
python_version = "3.11"
)" << QStringList{"4 flask", "6 pytest"};
    QTest::newRow("Pipfile.lock") << "Pipfile.lock" << R"({
  "_meta": { "sources": [] },
  "default": {
    "flask": {
      "hashes": [ "sha256:a" ], "version": "==3.0"
    }
  },
  "develop": { "pytest": { "version": "==8" } }
})" << QStringList{"4 flask lock", "8 pytest lock"};
    QTest::newRow("setup.cfg") << "setup.cfg" << R"([metadata]
name = shop
[options]
packages = find:
install_requires =
    Django>=5
    # celery
    requests[socks]
python_requires = >=3.9
[options.extras_require]
test = pytest
dev =
    ruff; python_version > "3"
[flake8]
ignore = E501
)" << QStringList{"6 django", "8 requests", "11 pytest", "13 ruff"};
    QTest::newRow("setup.py") << "setup.py" << R"(from setuptools import setup
"""install_requires=['no']"""
setup(
    name="shop",
    install_requires=[
        "Django>=5",  # "celery"
        # 'flask',
        'requests[socks]',
    ],
    keywords=["redis"],
    extras_require={"dev": ["pytest", 'ruff']},
)
)" << QStringList{"6 django", "8 requests", "11 pytest", "11 ruff"};
    QTest::newRow("setup.py with a list") << "setup.py" << R"(requirements = [
    "one>=1", "two",
]
others = ["three"]
setup(install_requires=requirements)
)" << QStringList{"2 one", "2 two"};
    QTest::newRow("conda") << "environment.yml" << R"(name: shop
channels: [conda-forge]
dependencies:
  - python=3.11
  - conda-forge::numpy>=1.26
  # - scipy
  - pip:
      - fastapi[all]==0.100
)" << QStringList{"5 numpy", "8 fastapi"};
}

void TestScanDependencies::go_data()
{
    columns();
    QTest::newRow("blocks") << "go.mod" << R"(module example.com/shop

go 1.22

require github.com/go-chi/chi/v5 v5.0.10

require (
	github.com/jackc/pgx/v5 v5.5.0
	// github.com/gorilla/csrf v1.7.0
	golang.org/x/crypto v0.17.0 // indirect
	github.com/BurntSushi/toml v1.3.2 // for tests
)

replace github.com/a/b => ../b
exclude (
	github.com/c/d v1.0.0
)
)"
                            << QStringList{"5 github.com/go-chi/chi/v5", "8 github.com/jackc/pgx/v5",
                                           "10 golang.org/x/crypto lock", "11 github.com/burntsushi/toml"};
    QTest::newRow("a name that begins alike") << "go.mod" << "requirement a v1\n" << QStringList{};
}

void TestScanDependencies::ruby_data()
{
    columns();
    QTest::newRow("Gemfile") << "Gemfile" << R"(source "https://rubygems.org"
ruby "3.3.0"
gem "rails", "~> 7.1"
# gem "devise"
group :test do
  gem 'rspec-rails'
  gem("capybara")
end
=begin
gem "rack-attack"
=end
gemspec
)" << QStringList{"3 rails", "6 rspec-rails", "7 capybara"};
    QTest::newRow("Gemfile.lock") << "Gemfile.lock" << R"(PATH
  remote: .
  specs:
    own (0.1.0)

GEM
  remote: https://rubygems.org/
  specs:
    rack (3.0.8)
    rails (7.1.2)
      rack (>= 2.2.4)

PLATFORMS
  ruby

DEPENDENCIES
  own!
  rails (~> 7.1)
)" << QStringList{"9 rack lock", "10 rails lock", "17 own", "18 rails"};
    QTest::newRow("gemspec") << "own.gemspec" << R"(Gem::Specification.new do |spec|
  spec.name = "own"
  spec.add_dependency "rack", ">= 2"
  spec.add_runtime_dependency(%q<redis>.freeze, ["~> 5"])
  # spec.add_dependency "sidekiq"
  spec.add_development_dependency 'rspec'
end
)" << QStringList{"3 rack", "4 redis", "6 rspec"};
}

void TestScanDependencies::composer_data()
{
    columns();
    QTest::newRow("manifest") << "composer.json" << R"({
  "require": {
    "php": "^8.2", "ext-redis": "*",
    "laravel/framework": "^11.0"
  },
  "require-dev": { "PHPUnit/phpunit": "^10" },
  "suggest": { "a/b": "for c" }
})" << QStringList{"3 ext-redis", "4 laravel/framework", "6 phpunit/phpunit"};
    QTest::newRow("lock") << "composer.lock" << R"({
  "packages": [
    {
      "name": "laravel/framework",
      "require": { "a/b": "1" },
      "authors": [ { "name": "nobody" } ]
    }
  ],
  "packages-dev": [ { "name": "phpunit/phpunit" } ]
})" << QStringList{"4 laravel/framework lock", "9 phpunit/phpunit lock"};
}

void TestScanDependencies::maven_data()
{
    columns();
    QTest::newRow("pom") << "api/pom.xml" << R"(<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
  </parent>
  <groupId>com.example</groupId><artifactId>shop</artifactId>
  <dependencies>
    <!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
    <dependency>
      <groupId> org.Flywaydb </groupId>
      <artifactId>flyway-core</artifactId>
      <exclusions><exclusion><groupId>no</groupId><artifactId>no</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-surefire-plugin</artifactId></plugin>
  </plugins></build>
</project>
)"
                         << QStringList{"3 org.springframework.boot:spring-boot-starter-parent",
                                        "10 org.flywaydb:flyway-core",
                                        "17 org.apache.maven.plugins:maven-surefire-plugin"};
    QTest::newRow("Groovy") << "build.gradle" << R"(plugins {
  id 'org.springframework.boot' version '3.2.0'
}
/*
  implementation 'no:no:1'
*/
apply plugin: 'jacoco'
dependencies {
  implementation 'org.flywaydb:flyway-core:10.0' // implementation 'no:no:1'
  // implementation 'no:no:1'
  testImplementation(platform("org.junit:junit-bom:5.10"))
  runtimeOnly group: 'org.postgresql', name: 'postgresql', version: '42'
  implementation("io.sentry:sentry-logback") { exclude group: 'no', module: 'no' }
  implementation project(':core')
}
description = "see http://example.com/a:b"
)" << QStringList{"2 org.springframework.boot",   "7 jacoco",
                  "9 org.flywaydb:flyway-core",   "11 org.junit:junit-bom",
                  "12 org.postgresql:postgresql", "13 io.sentry:sentry-logback"};
    QTest::newRow("Kotlin") << "app/build.gradle.kts" << R"(plugins { id("io.ktor.plugin") version "2.3" }
plugins {
    kotlin("jvm") version "1.9"
    alias(libs.plugins.ktor)
}
dependencies {
    implementation("io.ktor:ktor-server-core:2.3")
    kapt("com.google.dagger:dagger-compiler:2.48")
}
)"
                            << QStringList{"1 io.ktor.plugin", "3 org.jetbrains.kotlin.jvm",
                                           "7 io.ktor:ktor-server-core", "8 com.google.dagger:dagger-compiler"};
    QTest::newRow("catalogue") << "gradle/libs.versions.toml" << R"([versions]
ktor = "2.3"
[libraries]
core = { module = "io.ktor:ktor-server-core", version.ref = "ktor" }
auth = { group = "io.ktor", name = "ktor-server-auth", version.ref = "ktor" }
slf4j = "org.slf4j:slf4j-api:2.0"
# sentry = "io.sentry:sentry:7.0"
[plugins]
ktor = { id = "io.ktor.plugin", version.ref = "ktor" }
jvm = "org.jetbrains.kotlin.jvm:1.9"
[bundles]
all = ["core", "auth"]
)"
                               << QStringList{"4 io.ktor:ktor-server-core", "5 io.ktor:ktor-server-auth",
                                              "6 org.slf4j:slf4j-api", "9 io.ktor.plugin",
                                              "10 org.jetbrains.kotlin.jvm"};
}

void TestScanDependencies::nuget_data()
{
    columns();
    QTest::newRow("project") << "src/Shop.csproj" << R"(<Project Sdk="Microsoft.NET.Sdk.Web">
  <ItemGroup>
    <PackageReference Include="Serilog.AspNetCore" Version="8.0.0" />
    <!-- <PackageReference Include="No" Version="1" /> -->
    <PackageReference
        Include="Npgsql"><Version>8.0.0</Version></PackageReference>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <ProjectReference Include="..\Core\Core.csproj" />
  </ItemGroup>
</Project>
)" << QStringList{"1 microsoft.net.sdk.web", "3 serilog.aspnetcore", "5 npgsql", "7 microsoft.aspnetcore.app"};
    QTest::newRow("central versions") << "Directory.Packages.props" << R"(<Project>
  <ItemGroup>
    <PackageVersion Include="xunit" Version="2.6.0" />
  </ItemGroup>
</Project>
)" << QStringList{"3 xunit"};
    QTest::newRow("packages.config") << "packages.config" << R"(<packages>
  <package id="NLog" version="5.0" targetFramework="net48" />
</packages>
)" << QStringList{"2 nlog"};
    QTest::newRow("lock") << "packages.lock.json" << R"({
  "version": 1,
  "dependencies": {
    "net8.0": {
      "Serilog": {
        "type": "Direct",
        "resolved": "3.1.0"
      },
      "Serilog.Sinks.File": { "type": "Transitive", "dependencies": { "Serilog": "3" } },
      "own": { "type": "Project" }
    }
  }
})" << QStringList{"5 serilog", "9 serilog.sinks.file lock"};
}

void TestScanDependencies::mix_data()
{
    columns();
    QTest::newRow("mix.exs") << "mix.exs" << R"(defmodule Shop.MixProject do
  def project do
    [app: :shop, deps: deps(), aliases: aliases()]
  end

  def settings, do: {:no, "x"}

  # {:no, "1"}
  defp deps do
    [
      {:phoenix, "~> 1.7.0"},
      # {:sentry, "~> 10.0"},

      {:bcrypt_elixir, "~> 3.0"}, {:own, path: "../own"}
    ]
  end

  defp aliases do
    [setup: {:no, "x"}]
  end
end
)" << QStringList{"11 phoenix", "14 bcrypt_elixir", "14 own"};
    QTest::newRow("lock") << "mix.lock" << R"(%{
  "phoenix": {:hex, :phoenix, "1.7.10", "aa", [:mix], [{:castore, ">= 0.0.0", [hex: :castore]}], "hexpm", "bb"},
  "plug": {:hex, :plug, "1.15.0", "cc", [:mix], [], "hexpm", "dd"},
}
)" << QStringList{"2 phoenix lock", "3 plug lock"};
}

void TestScanDependencies::cargo_data()
{
    columns();
    QTest::newRow("manifest") << "Cargo.toml" << R"([package]
name = "shop"
[dependencies]
serde = { version = "1", features = ["derive"] }
runtime = { package = "tokio", version = "1" }
# sentry = "0.30"
[dev-dependencies]
proptest = "1"
[build-dependencies]
cc = "1"
[target.'cfg(unix)'.dependencies]
libc = "0.2"
[dependencies.axum]
version = "0.7"
[features]
default = ["serde"]
)" << QStringList{"4 serde", "5 runtime", "5 tokio", "8 proptest", "10 cc", "12 libc", "13 axum"};
    QTest::newRow("workspace") << "Cargo.toml" << R"([workspace]
members = ["a"]
[workspace.dependencies]
tracing = "0.1"
sqlx.version = "0.7"
)" << QStringList{"4 tracing", "5 sqlx"};
    QTest::newRow("lock") << "Cargo.lock" << R"(version = 3

[[package]]
name = "serde"
version = "1.0.193"
source = "registry+https://github.com/rust-lang/crates.io-index"

[[package]]
name = "shop"
version = "0.1.0"
dependencies = [
 "serde",
]
)" << QStringList{"4 serde lock"};
}

QTEST_APPLESS_MAIN(TestScanDependencies)
#include "tst_scan_dependencies.moc"
