#include "data/scanner/excerpt.h"
#include "models/evidence.h"

#include <QTest>

#include <string>

using namespace trestle;
using namespace trestle::scanner;

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
    QCOMPARE(lineAround(text, text.find("words")), std::string_view("two words"));
    QCOMPARE(lineAround(text, 0), std::string_view("one"));
    QCOMPARE(lineAround(text, text.size()), std::string_view("three"));
    QCOMPARE(lineAround("", 5), std::string_view());
}

void TestScanMask::neverCutsIntoALongWord()
{
    // A word that begins before what is shown is left out whole.
    const std::string secret(300, 'x');
    const std::string text = secret + " " + std::string(50, 'y') + " find " + std::string(1000, 'z');
    const std::string_view line = lineAround(text, text.find("find"));
    QVERIFY(!line.contains('x'));
    QVERIFY(line.contains("find"));
    QVERIFY(line.size() <= kWidestLine);
}

QTEST_APPLESS_MAIN(TestScanMask)
#include "tst_scan_mask.moc"
