#include "data/catalogue_json.h"
#include "data/scanner/excerpt.h"
#include "data/scanner/scan.h"
#include "models/evidence.h"
#include "tests/data/support/scan_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <string>

using namespace trestle;
using namespace trestle::scanner;
using trestle::test::ScanTree;

namespace {

/// What evidence of a folder shows, one excerpt a line.
QString shownOf(const std::string& folder)
{
    static const auto catalogue = builtinCatalogue();
    const auto scan = scanFolder(folder, *catalogue->catalogue);
    QString shown;
    if (scan)
        for (const ScanItem& item : scan->items)
            for (const Evidence& place : item.evidence)
                shown += QString::fromStdString(place.rule + ": " + place.excerpt + "\n");
    return shown;
}

/// Values of variables that are named for secrets, and passwords in addresses, in all files of a folder.
QStringList plantedIn(const QString& folder)
{
    static const QRegularExpression variable(
        R"re(^(?:export )?[A-Z_]*(?:SECRET|PASSWORD|KEY|TOKEN)[A-Z_]*=["']?([^\s"'$]{5,}))re",
        QRegularExpression::MultilineOption);
    static const QRegularExpression address(R"re(://\w+:([^\s@/"'$\{<%]{4,})@)re");
    QStringList planted;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (const QRegularExpression& form : {variable, address})
            for (auto found = form.globalMatch(text); found.hasNext();)
                planted += found.next().captured(1);
    }
    for (const char* name : {"postgres", "test", "spoonbox", "lockerbox", "gatehouse"}) // of more than a password
        planted.removeAll(QLatin1String(name));
    return planted;
}

} // namespace

/// What evidence shows of a line: never a secret, and still what the line says.
class TestScanMask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void masksSecrets_data();
    void masksSecrets();
    void leavesWhatIsNoSecret_data();
    void leavesWhatIsNoSecret();
    void isOneShortLine();
    void takesTheLineAroundAFind();
    void neverCutsIntoALongWord();
    void knowsTheNameBeforeTheCut();
    void masksAllValues_data();
    void masksAllValues();
    void showsNoSecretOfAPrototype();
    void showsNoPlantedSecret_data();
    void showsNoPlantedSecret();
};

void TestScanMask::masksSecrets_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("shown"); // • for the whole mask
    QTest::newRow("env") << "PASSWORD=hunter2" << "PASSWORD=•";
    QTest::newRow("env with spaces") << "SMTP_PASS=two words" << "SMTP_PASS=•";
    QTest::newRow("yaml") << "  DB_PASSWORD: \"hunter2\"   # the database" << "DB_PASSWORD: \"•\"   # the database";
    QTest::newRow("yaml, bare") << "password: hunter2 # comment" << "password: • # comment";
    QTest::newRow("json") << R"("password": "hunter2")" << R"("password": "•")";
    QTest::newRow("json, minified") << R"({"apiKey":"hunter2","n":1})" << R"({"apiKey":"•","n":1})";
    QTest::newRow("default of a variable") << R"(SECRET_KEY = os.environ.get("SECRET_KEY", "django-abc"))"
                                           << R"(SECRET_KEY = os.environ.get("SECRET_KEY", "•"))";
    QTest::newRow("alternative") << "password: process.env.PASSWORD || 'hunter2',"
                                 << "password: process.env.PASSWORD || '•',";
    QTest::newRow("default of the shell") << "password: ${DB_PASSWORD:-hunter2}" << "password: •";
    QTest::newRow("address") << "postgres://app:hunter2@db/prod" << "postgres://app:•db/prod";
    QTest::newRow("address, @ within") << "URL=mysql://root:hun@ter2@db:1/a" << "URL=mysql://root:•db:1/a";
    QTest::newRow("connection string") << "Server=db;User Id=sa;Password=Hunter2!;Database=x"
                                       << "Server=db;User Id=sa;Password=•;Database=x";
    QTest::newRow("call") << R"(user.set_password("hunter2"))" << R"(user.set_password("•"))";
    QTest::newRow("definition") << "define('DB_PASSWORD', 'hunter2');" << "define('DB_PASSWORD', '•');";
    QTest::newRow("php") << "$db_password = \"hunter2\";" << "$db_password = \"•\";";
    QTest::newRow("xml") << "<password>hunter2</password>" << "<password>•</password>";
    QTest::newRow("option") << "mysqldump --password hunter2" << "mysqldump --password •";
    QTest::newRow("short option") << "mysql -u root -phunter2 db" << "mysql -u root -p• db";
    QTest::newRow("docker") << "ENV POSTGRES_PASSWORD hunter2" << "ENV POSTGRES_PASSWORD •";
    QTest::newRow("redis") << "requirepass hunter2" << "requirepass •";
    QTest::newRow("signed") << "jwt.sign({ id: user.id }, 'hunter2', { expiresIn: '1h' })"
                            << "jwt.sign({ id: user.id }, '•', { expiresIn: '1h' })";
    QTest::newRow("session") << "session({ secret: 'keyboard cat', resave: false })"
                             << "session({ secret: '•', resave: false })";
    QTest::newRow("apostrophe before") << "# don't: password = \"hunter2\"" << "# don't: password = \"•\"";
    QTest::newRow("never closed") << "password=\"hunter2" << "password=\"•";
    QTest::newRow("bearer") << "curl -d @x 'Bearer abc123def456'" << "curl -d @x 'Bearer •'";
    QTest::newRow("aws id") << "id: AKIAIOSFODNN7EXAMPLE" << "id: AKIA•";
    QTest::newRow("aws key") << "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
                             << "aws_secret_access_key = •";
    QTest::newRow("private key") << "-----BEGIN RSA PRIVATE KEY-----MIIEow" << "-----BEGIN RSA PRIVATE KEY-----•";
    QTest::newRow("a line of it") << "MIIEowIBAAKCAQEAx7dV9kq2Xn0m3q8h5bJm3X8s9v0a1b2c" << "•";
    QTest::newRow("web token") << "x = eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc" << "x = eyJ•";
    QTest::newRow("hexadecimal") << "x 8ade135a41bc03ea155e62e844d188df1ea18608" << "x •";
    QTest::newRow("bcrypt") << "x $2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW" << "x $2b$12$•";
    QTest::newRow("stripe") << "stripe(sk_live_4eC39HqLyjWDarjtT1zdp7dc)" << "stripe(sk_live_•)";
    QTest::newRow("github") << "x ghp_16C7e42F292c6912E7710c838347Ae178B4a" << "x ghp_•";
    QTest::newRow("stage") << "DB_PASSWORD_STAGE=hunter2stage" << "DB_PASSWORD_STAGE=•";
    QTest::newRow("admin") << "SECRET_ADMIN: hunter2" << "SECRET_ADMIN: •";
    QTest::newRow("platform") << "TOKEN_PLATFORM=hunter2" << "TOKEN_PLATFORM=•";
    QTest::newRow("%") << "mongodb://root:%21hunter2@db" << "mongodb://root:•db";
    QTest::newRow("escaped") << R"({"x": "{\"password\":\"hunter2\"}"})" << R"({"x": "{\"password\":\"•\"}"})";
    QTest::newRow("mysqli") << R"(new mysqli("db","root","hunter2"))" << R"(new mysqli("db","root","•"))";
    QTest::newRow("bytes") << R"(Encoding.UTF8.GetBytes("hunter2"))" << R"(Encoding.UTF8.GetBytes("•"))";
    QTest::newRow("exclamation") << "PASSWORD=!Secret123" << "PASSWORD=•";
    QTest::newRow("like a field") << "PASSWORD=data.hunter2" << "PASSWORD=•";
    QTest::newRow("like a call") << "PASSWORD=Summer(2024)!" << "PASSWORD=•";
    QTest::newRow("like a variable") << "PASSWORD=$ECRETabc" << "PASSWORD=•";
    QTest::newRow("ampersand") << "PASSWORD=abc&defgh" << "PASSWORD=•";
    QTest::newRow("semicolon") << "PASSWORD=abc;defgh" << "PASSWORD=•";
    QTest::newRow("or") << R"(os.environ.get("JWT_SECRET") or "x")" << R"(os.environ.get("JWT_SECRET") or "•")";
    QTest::newRow("elixir") << R"(System.get_env("SECRET") || "x")" << R"(System.get_env("SECRET") || "•")";
    QTest::newRow("symbol") << "set :session_secret, 'x'" << "set :session_secret, '•'";
    QTest::newRow("tag") << R"(env:"JWT_SECRET" envDefault:"x")" << R"(env:"JWT_SECRET" envDefault:"•")";
    QTest::newRow("tcp") << R"(Open("root:hunter2@tcp(db)/a"))" << R"(Open("root:•db)/a"))";
    QTest::newRow("hashed") << R"(hashSync("admin1234", 10))" << R"(hashSync("•", 10))";
    QTest::newRow("property") << R"(<property name="password" value="x"/>)"
                              << R"(<property name="password" value="•"/>)";
    QTest::newRow("curl") << "curl -u admin:hunter2 http://a" << "curl -u admin:• http://a";
    QTest::newRow("slack") << "to https://hooks.slack.com/services/T0/B0/XXXX"
                           << "to https://hooks.slack.com/services/•";
}

void TestScanMask::masksSecrets()
{
    QFETCH(QString, line);
    QFETCH(QString, shown);
    shown.replace(QChar(0x2022), QString(3, QChar(0x2022)));
    QCOMPARE(QString::fromStdString(shownExcerpt(line.toStdString())), shown);
}

void TestScanMask::leavesWhatIsNoSecret_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {
             "const hash = await bcrypt.hash(password, 10);",
             "PASSWORD_HASHERS = ['django.contrib.auth.hashers.Argon2PasswordHasher']",
             "password_hash = db.Column(db.String(128))",
             "token: str = Depends(oauth2_scheme)",
             "SECRET_KEY = os.environ[\"SECRET_KEY\"]",
             "password: ${DB_PASSWORD}",
             "DATABASE_URL=postgresql://${USER}:${PASS}@localhost:5432/db",
             "secretName: tls-cert",
             "ACCESS_TOKEN_EXPIRE_MINUTES = 30",
             "hashlib.md5(password.encode()).hexdigest()",
             "password: { type: String, required: true }",
             "PASSWORD=${DB_PASSWORD}",
             "postgres://%(user)s:%(password)s@db",
             "postgres://app:{{ password }}@db",
             "postgres://app:<%= password %>@db",
             "key=\"users:list\"",
             "$password = $request->input('password');",
             "'refresh_token' => $user->refreshToken,",
             "'password' => Hash::make($data['password']),",
             "'verify_csrf_token' => App\\Http\\Middleware\\VerifyCsrfToken::class,",
             "key: APPLICATIONINSIGHTS_CONNECTION_STRING",
             "password = os.getenv('db_password')",
             "CREATE INDEX idx_orders_customer ON orders (customer_id);",
             "import { rateLimit } from 'express-rate-limit'",
             "app.use('/api/v1/users', authenticate, usersController)",
         })
        QTest::newRow(line) << line;
}

void TestScanMask::leavesWhatIsNoSecret()
{
    QFETCH(QString, line);
    QCOMPARE(QString::fromStdString(shownExcerpt(line.toStdString())), line);
}

void TestScanMask::isOneShortLine()
{
    QCOMPARE(shownExcerpt("\t a\tb \r"), std::string("a b"));
    QCOMPARE(shownExcerpt("a\xFF\x1B[31m"), std::string("a\\xFF [31m"));
    QCOMPARE(shownExcerpt(""), std::string());
    QCOMPARE(shownExcerpt("two\nlines"), std::string("two lines"));

    std::string wide;
    for (int i = 0; i < 150; ++i)
        wide += "\u00e4 ";
    const QString shown = QString::fromUtf8(shownExcerpt(wide));
    QVERIFY(shownExcerpt(wide).size() <= kLongestExcerpt);
    QVERIFY(shown.endsWith(QChar(0x2026)));
    QVERIFY(!shown.contains(QChar(0xFFFD)));
}

void TestScanMask::takesTheLineAroundAFind()
{
    const std::string text = "one\ntwo words\nthree";
    QCOMPARE(lineAround(text, text.find("words")), std::string("two words"));
    QCOMPARE(lineAround(text, 0), std::string("one"));
    QCOMPARE(lineAround(text, text.size()), std::string("three"));
    QCOMPARE(lineAround("", 5), std::string());
}

void TestScanMask::neverCutsIntoALongWord()
{
    // A word that begins before what is shown is left out whole.
    const std::string secret(300, 'x');
    const std::string text = secret + " " + std::string(50, 'y') + " find " + std::string(1000, 'z');
    const std::string line = lineAround(text, text.find("find"));
    QVERIFY(!line.contains('x') || line.find('x') < line.find(kShownFrom));
    QVERIFY(line.contains("find"));
    QVERIFY(!shownExcerpt(line).contains('x'));
    QVERIFY(line.size() <= kWidestLine);
}

void TestScanMask::knowsTheNameBeforeTheCut()
{
    const std::string text = "dbPassword: \"hunter2xyz\", " + std::string(110, 'x') + " bcrypt.hash(p)";
    const std::string shown = shownExcerpt(lineAround(text, text.find("bcrypt")));
    QVERIFY(!shown.contains("hunter2xyz"));
    QVERIFY(shown.ends_with("bcrypt.hash(p)"));

    const std::string within = "dbPassword: \"" + std::string(60, 'a') + " hunter2 " + std::string(100, 'x') + " f(\"";
    QVERIFY(!shownExcerpt(lineAround(within, within.find("f("))).contains("hunter2"));
}

void TestScanMask::masksAllValues_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("shown");
    QTest::newRow("assigned") << "const s = make('hunter2', a)" << "const s = •";
    QTest::newRow("variable") << "export A_B=hunter2 # c" << "export A_B=•";
    QTest::newRow("json") << R"("password": "hunter2")" << R"("password": •)";
    QTest::newRow("arguments") << "f('hunter2', x, \"y\")" << "f('•', x, \"•\")";
    QTest::newRow("definition") << "define('DB_PASSWORD', 'hunter2');" << "define('DB_PASSWORD', '•');";
    QTest::newRow("name as value") << "sign(x, 'MY_SECRET')" << "sign(x, '•')";
    QTest::newRow("symbol") << "set :session_secret, 'x'" << "set :session_secret, '•'";
    QTest::newRow("never closed") << "f('hunter2, x" << "f('•";
    QTest::newRow("read") << "const s = process.env.JWT_SECRET;" << "const s = process.env.JWT_SECRET;";
    QTest::newRow("read or") << "const s = process.env.JWT_SECRET || 'x'" << "const s = •";
}

void TestScanMask::masksAllValues()
{
    QFETCH(QString, line);
    QFETCH(QString, shown);
    shown.replace(QChar(0x2022), QString(3, QChar(0x2022)));
    QCOMPARE(QString::fromStdString(shownExcerpt(line.toStdString(), Masks::values)), shown);
}

void TestScanMask::showsNoSecretOfAPrototype()
{
    const QDir fixtures(QStringLiteral(TRESTLE_FIXTURES "/scan"));
    qsizetype planted = 0;
    for (const QString& name : fixtures.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString project = fixtures.filePath(name + QStringLiteral("/project"));
        const QString shown = shownOf(project.toStdString());
        QVERIFY2(!shown.isEmpty(), qPrintable(name));
        for (const QString& secret : plantedIn(project)) {
            ++planted;
            QVERIFY2(!shown.contains(secret), qPrintable(name + ": " + secret + "\n" + shown));
        }
    }
    QVERIFY(planted >= 10);
}

void TestScanMask::showsNoPlantedSecret_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text"); // the secret is hunter2…
    const auto row = [](const char* path, const char* text) { QTest::newRow(text) << path << text; };
    row(".env", "DB_PASSWORD_STAGE=hunter2stage");
    row(".env", "DB_PASSWORD=!hunter2Secret");
    row(".env", "DB_PASSWORD=data.hunter2");
    row(".env", "JWT_SECRET=abc&hunter2defgh");
    row(".env", "JWT_SECRET=abc;hunter2defgh");
    row("app.js", "mongoose.connect('mongodb://root:%21hunter2mongo@db/app');");
    row("app.js", "jwt.sign({ id }, 'hunter2jwt', { expiresIn: '1h' });");
    row("app.js", "const s = process.env.JWT_SECRET || 'hunter2';");
    row("app.js", "const h = bcrypt.hashSync('hunter2', 10);");
    row("db.php", R"(<?php $c = new mysqli("localhost","root","hunter2php");)");
    row("settings.py", R"(SECRET_KEY = os.environ.get("SECRET_KEY") or "hunter2")");
    row("app.rb", "set :session_secret, 'hunter2hunter2'");
    row("main.go", R"(Secret string `env:"JWT_SECRET" envDefault:"hunter2"`)");
    row("Program.cs", R"(var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("hunter2secretkey"));)");
}

void TestScanMask::showsNoPlantedSecret()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    const ScanTree tree;
    tree.write(path.toStdString(), (text + "\n").toStdString());
    const QString shown = shownOf(tree.root());
    QVERIFY2(shown.contains(QStringLiteral("secrets.")) || shown.contains(QStringLiteral("password-hashing.")),
             qPrintable(shown)); // it is found
    QVERIFY2(!shown.contains(QStringLiteral("hunter2")), qPrintable(shown));
}

QTEST_APPLESS_MAIN(TestScanMask)
#include "tst_scan_mask.moc"
