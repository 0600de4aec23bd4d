#include "tests/app/support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

/// `trestle catalogue`: the catalogue of a plan goes out, comes in and is compared.
class TestCliCatalogue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherCatalogueIsTakenWithWhatFits();
    void aBadCatalogueChangesNothing();
    void ownCataloguesGoByName();
    void newestTextsAreOneEdit();
    void newestTextsLeaveYourOwn();
};

namespace {

/// The built-in catalogue without its last phase, written where the program runs.
void writeShorter(const Workshop& workshop)
{
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray phases = catalogue["phases"].toArray();
    const QJsonValue id = phases.last().toObject()["id"];
    phases.removeLast();
    catalogue["phases"] = phases;
    for (const char* list : {"links", "suggestedRisks"}) {
        QJsonArray kept;
        for (const QJsonValue& entry : catalogue[list].toArray())
            if (const QJsonObject object = entry.toObject();
                object["from"] != id && object["to"] != id && object["phase"] != id)
                kept.append(entry);
        catalogue[list] = kept;
    }
    workshop.write("shorter.json", QJsonDocument(catalogue).toJson());
}

} // namespace

void TestCliCatalogue::anotherCatalogueIsTakenWithWhatFits()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "plan.trestle", "--name", "Shop", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "plan.trestle", "indexes=done", "on-call-runbooks=done"}).err, "");
    QCOMPARE(workshop.run({"catalogue", "diff", "plan.trestle"}).out, "The plan's catalogue is as it was.\n");
    writeShorter(workshop);
    const Outcome imported = workshop.run({"catalogue", "import", "plan.trestle", "shorter.json"});
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    QVERIFY2(imported.err.contains("1 of the plan's items"), imported.err.constData());
    QCOMPARE(workshop.run({"check", "plan.trestle"}).exitCode, 0);
    QCOMPARE(workshop.run({"catalogue", "export", "plan.trestle", "out.json"}).err, "");
    QCOMPARE(QJsonDocument::fromJson(workshop.read("out.json")),
             QJsonDocument::fromJson(workshop.read("shorter.json")));
    // What was imported is the original from then on.
    const QByteArray none = workshop.run({"catalogue", "diff", "plan.trestle", "--json"}).out;
    QCOMPARE(QJsonDocument::fromJson(none).object()["differences"].toArray().size(), 0);
}

void TestCliCatalogue::aBadCatalogueChangesNothing()
{
    QCOMPARE(Workshop().run({"catalogue"}).exitCode, 2);
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "plan.trestle", "--name", "Shop", "--start", "2027-01-04"}).exitCode, 0);
    const QByteArray before = workshop.read("plan.trestle");
    for (const QByteArray& bytes : {QByteArray("{"), QByteArray("[]"), QByteArray("{\"kind\":\"catalogue\"}")}) {
        workshop.write("bad.json", bytes);
        const Outcome refused = workshop.run({"catalogue", "import", "plan.trestle", "bad.json"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("bad.json"), refused.err.constData());
    }
    QCOMPARE(workshop.read("plan.trestle"), before);
}

void TestCliCatalogue::ownCataloguesGoByName()
{
    const Workshop workshop;
    const Variables own{{"TRESTLE_CATALOGUES", workshop.path("own")}};
    QCOMPARE(workshop.run({"catalogue", "list"}, {}, own).out, "No catalogues of your own yet.\n");
    QVERIFY(QDir().mkpath(workshop.path("own")));
    writeShorter(workshop);
    QVERIFY(QFile::copy(workshop.path("shorter.json"), workshop.path("own/our-shop.json")));
    QCOMPARE(workshop.run({"catalogue", "list"}, {}, own).out, "our-shop\n");
    const Outcome made = workshop.run({"new", "plan.trestle", "--name", "Shop", "--catalogue", "our-shop"}, {}, own);
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(workshop.run({"new", "other.trestle", "--name", "Shop", "--catalogue", "nobody"}, {}, own).exitCode, 1);
}

void TestCliCatalogue::newestTextsAreOneEdit()
{
    const Workshop workshop;
    QVERIFY(QFile::copy(TRESTLE_FIXTURES "/plans/catalogue-1.trestle", workshop.path("plan.trestle")));
    QFile::setPermissions(workshop.path("plan.trestle"), QFile::ReadOwner | QFile::WriteOwner);
    QJsonObject before = workshop.figures("plan.trestle");
    const Outcome taken = workshop.run({"catalogue", "texts", "plan.trestle"});
    QVERIFY2(taken.exitCode == 0, taken.err.constData());
    QCOMPARE(taken.out, "140 texts are new; no figure changed.\n");
    QJsonObject after = workshop.figures("plan.trestle");
    QCOMPARE(at(before, "catalogue/version"), QJsonValue(1));
    QCOMPARE(at(after, "catalogue/version"), QJsonValue(2));
    before.remove("catalogue");
    after.remove("catalogue");
    QCOMPARE(after, before);
    QCOMPARE(workshop.run({"catalogue", "diff", "plan.trestle"}).out, "The plan's catalogue is as it was.\n");
    QCOMPARE(workshop.run({"catalogue", "export", "plan.trestle", "out.json"}).exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(workshop.read("out.json")).object(), builtinCatalogue());
    // The second time there is nothing to do, and nothing is done.
    const QByteArray bytes = workshop.read("plan.trestle");
    QCOMPARE(workshop.run({"catalogue", "texts", "plan.trestle"}).out,
             "The plan's catalogue has the newest texts there are for it.\n");
    QCOMPARE(workshop.read("plan.trestle"), bytes);
    QCOMPARE(workshop.run({"check", "plan.trestle"}).exitCode, 0);
}

void TestCliCatalogue::newestTextsLeaveYourOwn()
{
    const Workshop workshop;
    QVERIFY(QFile::copy(TRESTLE_FIXTURES "/plans/catalogue-1-edited.json", workshop.path("plan.json")));
    QFile::setPermissions(workshop.path("plan.json"), QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray own = workshop.run({"catalogue", "diff", "plan.json"}).out;
    QVERIFY2(own.contains("2FA for staff"), own.constData());
    QCOMPARE(workshop.run({"catalogue", "texts", "plan.json"}).err, "");
    const QByteArray after = workshop.run({"catalogue", "diff", "plan.json"}).out;
    for (const char* part : {"2FA for staff", "Our vault holds every key", "4:6:8 -> 4:7:8", "-> 0.2, 0.1333"})
        QVERIFY2(own.contains(part) && after.contains(part), after.constData());
    QVERIFY2(after.contains("item in place when secrets: "), after.constData()); // which the user's text leaves out
    QVERIFY2(!after.contains("item in place when two-factor"), after.constData());
}

QTEST_GUILESS_MAIN(TestCliCatalogue)
#include "tst_cli_catalogue.moc"
