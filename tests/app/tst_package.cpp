#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeDatabase>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// Makes the Debian package of this build, unpacks it into a scratch root and uses it there: what is missing from the
/// package is missing here, as the build folder and its source are not on any path.
class TestPackage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasEveryFile_data();
    void hasEveryFile();
    void hasNothingOutsideUsr();
    void namesItsDependencies();
    void plansFromTheCommandLine();
    void draws_data();
    void draws();
    void desktopEntryIsValid();
    void metainfoIsValid();
    void lintianFindsNoError();
    void manualPageIsOfThisProgram();
    void plansAreKnownByName();
    void plansAreKnownByContent();

private:
    struct Output {
        int exitCode = -1;
        QByteArray out;
        QByteArray all; ///< with the program's messages, for the report of a failure
    };
    static Output run(const QString& program, const QStringList& arguments, const QString& folder = {});
    QString inRoot(const QString& path) const { return m_scratch.filePath("root/" + path); }
    Output trestle(const QStringList& arguments) const;

    QTemporaryDir m_scratch;
    QString m_package;
    QString m_plan;
};

TestPackage::Output TestPackage::run(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(280'000))
        return {-1, {}, (program + ": " + process.errorString()).toUtf8()};
    const QByteArray out = process.readAllStandardOutput();
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, out, out + process.readAllStandardError()};
}

TestPackage::Output TestPackage::trestle(const QStringList& arguments) const
{
    return run(inRoot("usr/bin/trestle"), arguments, m_scratch.path());
}

void TestPackage::initTestCase()
{
    QVERIFY(m_scratch.isValid());
    // Only what the package brings, and beside it the system's own types, which it derives its own from. Before the
    // first look-up: paths and types are cached.
    const QString share = inRoot("usr/share");
    qputenv("XDG_DATA_HOME", m_scratch.filePath("home").toUtf8());
    qputenv("XDG_DATA_DIRS", share.toUtf8());

    const QStringList arguments{"-G", "DEB", "--config", TRESTLE_BUILD "/CPackConfig.cmake", "-B", m_scratch.path()};
    const Output packed = run(TRESTLE_CPACK, arguments, m_scratch.path());
    QVERIFY2(packed.exitCode == 0, packed.all.constData());
    const QStringList packages = QDir(m_scratch.path()).entryList({"trestle_" TRESTLE_VERSION "_*.deb"});
    QCOMPARE(packages.size(), 1);
    m_package = m_scratch.filePath(packages.first());

    const Output unpacked = run("dpkg-deb", {"-x", m_package, m_scratch.filePath("root")});
    QVERIFY2(unpacked.exitCode == 0, unpacked.all.constData());
    // On a system the types of all packages are in one folder; only then do their priorities count against each other.
    QVERIFY(QFile::copy("/usr/share/mime/packages/freedesktop.org.xml",
                        inRoot("usr/share/mime/packages/freedesktop.org.xml")));
    const Output mime = run("update-mime-database", {inRoot("usr/share/mime")});
    QVERIFY2(mime.exitCode == 0, mime.all.constData());

    m_plan = m_scratch.filePath("plan.trestle");
    const Output made = trestle({"new", m_plan, "--name", "Packaged", "--start", "2027-01-04"});
    QVERIFY2(made.exitCode == 0, made.all.constData());
}

void TestPackage::hasEveryFile_data()
{
    QTest::addColumn<QString>("path");
    const QStringList paths{
        "bin/trestle",
        "share/applications/trestle.desktop",
        "share/bash-completion/completions/trestle",
        "share/fish/vendor_completions.d/trestle.fish",
        "share/zsh/vendor-completions/_trestle",
        "share/doc/trestle/changelog.gz",
        "share/doc/trestle/copyright",
        "share/icons/hicolor/scalable/apps/trestle.svg",
        "share/icons/hicolor/scalable/mimetypes/application-x-trestle-plan.svg",
        "share/man/man1/trestle.1.gz",
        "share/metainfo/org.trestle_planner.trestle.metainfo.xml",
        "share/mime/packages/trestle.xml",
    };
    for (const QString& path : paths)
        QTest::newRow(qPrintable(path)) << path;
}

void TestPackage::hasEveryFile()
{
    QFETCH(QString, path);
    const QFileInfo file(inRoot("usr/" + path));
    QVERIFY(file.isFile());
    QVERIFY(file.size() > 0);
    QCOMPARE(file.isExecutable(), path.startsWith("bin/"));
}

void TestPackage::hasNothingOutsideUsr()
{
    const QStringList top =
        QDir(m_scratch.filePath("root")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(top, QStringList{"usr"});
}

void TestPackage::namesItsDependencies()
{
    const Output depends = run("dpkg-deb", {"-f", m_package, "Depends"});
    // One library of each kind; dpkg-shlibdeps found them in the programs.
    for (const char* library : {"libc6", "libstdc++6", "libqt6widgets6", "libqt6svg6", "libqcustomplot", "libsqlite3-0",
                                "libxlsxwriter", "libzip"})
        QVERIFY2(depends.out.contains(library), library);
    const Output recommends = run("dpkg-deb", {"-f", m_package, "Recommends"});
    for (const char* font : {"fonts-inter", "fonts-noto-core", "fonts-noto-color-emoji", "fonts-noto-cjk"})
        QVERIFY2(recommends.out.contains(font), font);
}

void TestPackage::plansFromTheCommandLine()
{
    const Output plan = trestle({"plan", m_plan, "--json"});
    QVERIFY2(plan.exitCode == 0, plan.all.constData());
    const QJsonObject likely = QJsonDocument::fromJson(plan.out)["finish"]["likely"].toObject();
    QCOMPARE(likely["weeks"].toDouble(), 24.0);
    QCOMPARE(likely["date"].toString(), QString("2027-06-18"));
}

void TestPackage::draws_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("png") << "plan.png" << QByteArray("\x89PNG");
    QTest::newRow("svg") << "plan.svg" << QByteArray("<?xml");
    QTest::newRow("pdf") << "plan.pdf" << QByteArray("%PDF-");
}

void TestPackage::draws()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    const QString path = m_scratch.filePath(name);
    const Output exported = trestle({"export", m_plan, path});
    QVERIFY2(exported.exitCode == 0, exported.all.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(beginning.size()), beginning);
}

void TestPackage::desktopEntryIsValid()
{
    const QString path = inRoot("usr/share/applications/trestle.desktop");
    const Output checked = run("desktop-file-validate", {path});
    QVERIFY2(checked.exitCode == 0, checked.all.constData());
    QCOMPARE(checked.all, QByteArray()); // hints, too
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QVERIFY(lines.contains("Exec=trestle %f"));
    QVERIFY(lines.contains("Icon=trestle"));
    QVERIFY(lines.contains("MimeType=application/x-trestle-plan;"));
}

void TestPackage::metainfoIsValid()
{
    const QString path = inRoot("usr/share/metainfo/org.trestle_planner.trestle.metainfo.xml");
    const Output checked = run("appstreamcli", {"validate", "--no-net", "--pedantic", path});
    QVERIFY2(checked.exitCode == 0, checked.all.constData());
    for (const char* hint : {"W: ", "I: ", "P: "})
        QVERIFY2(!checked.all.contains(hint), checked.all.constData());
}

void TestPackage::lintianFindsNoError()
{
    const Output checked = run("lintian", {"--fail-on", "error", m_package});
    QVERIFY2(checked.exitCode == 0, checked.all.constData());
}

void TestPackage::manualPageIsOfThisProgram()
{
    const Output page = run("gzip", {"-dc", inRoot("usr/share/man/man1/trestle.1.gz")});
    QVERIFY2(page.exitCode == 0, page.all.constData());
    QCOMPARE(page.out, trestle({"--man"}).out);
    QVERIFY(page.out.contains(".TH TRESTLE 1"));
    for (const char* subcommand : {"new", "set", "plan", "export", "import", "check"})
        QVERIFY2(page.out.contains(subcommand), subcommand);
}

void TestPackage::plansAreKnownByName()
{
    const QMimeType type = QMimeDatabase().mimeTypeForFile("some.trestle", QMimeDatabase::MatchExtension);
    QCOMPARE(type.name(), QString("application/x-trestle-plan"));
    QCOMPARE(type.comment(), QString("Trestle plan"));
    QVERIFY(type.inherits("application/vnd.sqlite3"));
    QVERIFY(QFileInfo(inRoot("usr/share/icons/hicolor/scalable/mimetypes/" + type.iconName() + ".svg")).isFile());
}

void TestPackage::plansAreKnownByContent()
{
    const QString unnamed = m_scratch.filePath("unnamed");
    QVERIFY(QFile::copy(m_plan, unnamed));
    const QMimeDatabase database;
    QCOMPARE(database.mimeTypeForFile(unnamed, QMimeDatabase::MatchContent).name(),
             QString("application/x-trestle-plan"));
    // Another program's SQLite file is none of ours.
    const Output other = run("sqlite3", {m_scratch.filePath("other"), "CREATE TABLE t (a)"});
    QVERIFY2(other.exitCode == 0, other.all.constData());
    QCOMPARE(database.mimeTypeForFile(m_scratch.filePath("other"), QMimeDatabase::MatchContent).name(),
             QString("application/vnd.sqlite3"));
}

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
