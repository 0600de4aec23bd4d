#include "data/price_json.h"
#include "models/money/item_price.h"
#include "models/money/payments.h"
#include "models/risk/promises.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/money/client_view.h"
#include "ui/money/margin_chart.h"
#include "ui/money/price_words.h"
#include "ui/money/text_table.h"
#include "ui/pages/price_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/segments.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>

#include <algorithm>

using namespace trestle;

namespace {

/// The agency of the golden figures, the second case.
ProjectDocument agency()
{
    ProjectDocument project = testing::emptyProject();
    Inputs& inputs = project.project.base;
    inputs.name = "Booking platform";
    inputs.client = "Saltbush Logistics";
    for (Person& person : inputs.team)
        person.billRate = Money::dollars(5400);
    return project;
}

template <class Widget>
Widget& find(const QWidget& root, const QString& name)
{
    auto* widget = root.findChild<Widget*>(name);
    if (!widget)
        qFatal("no %s", qPrintable(name));
    return *widget;
}

template <class Widget>
Widget& find(const QWidget& root, const char* name)
{
    return find<Widget>(root, QString::fromLatin1(name));
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

QString textOf(const QWidget& root, const char* name)
{
    return plain(find<QLabel>(root, name).text());
}

/// Types in place of what is there, and Return.
void enter(QLineEdit& field, const QString& text)
{
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
}

/// The page of a plan, its figures there.
struct Shown {
    explicit Shown(const ProjectDocument& project = agency(), QSize size = {1130, 800})
        : open(project), page(open.document())
    {
        testing::showAt(page, size);
        ready();
    }
    void ready() const { QVERIFY(testing::awaitRisk(open.document())); }
    [[nodiscard]] const Inputs& inputs() const { return open.document().inputs(); }
    [[nodiscard]] const Risk& risk() const { return *open.document().risk(); }
    [[nodiscard]] PriceFigures figures() const { return priceFigures(open.plan(), risk(), priceConfidence(inputs())); }
    /// What a kind answers to a question.
    [[nodiscard]] QString cell(const QString& question, PriceKind kind) const
    {
        const auto at = std::ranges::find(pricewords::kKinds, kind) - pricewords::kKinds.begin();
        for (int row = 0;; ++row) {
            const auto* label = page.findChild<QLabel*>(QStringLiteral("priceQuestion%1").arg(row));
            if (!label)
                return QStringLiteral("no such question");
            if (label->text() == question)
                return plain(find<QLabel>(page, QStringLiteral("priceCell%1_%2").arg(row).arg(at)).text());
        }
    }

    testing::OpenPlan open;
    PricePage page;
};

/// Every text of a widget and what is below it, as someone may read or hear it.
QStringList textsOf(const QWidget& root)
{
    QStringList texts;
    QList<const QWidget*> all{&root};
    for (const QWidget* widget : root.findChildren<QWidget*>())
        all += widget;
    for (const QWidget* widget : std::as_const(all)) {
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip() << widget->statusTip()
              << widget->whatsThis();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace

class TestPricePage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void figuresAreThoseOfTheModelAndTheCommandLine();
    void theSentenceSaysWhatIsLeft();
    void nothingLeftIsNotCharged();
    void lossIsFilled();
    void chartIsReadByKeys();
    void kindIsChosenByKeys();
    void howSureAndTheStepAreEdited();
    void gstGoesWithTheRegistration();
    void termsAreEdited();
    void billRatesAreEdited();
    void partsAddUpBeforeThePlanTakesThem();
    void invoicesMeetThePrice();
    void optionsAreTakenByTheirBox();
    void fieldsFollowEachOtherAsTheyAreRead();
    void asksForAClientFirst();
    void clientViewTellsOneDateAndOnePrice_data();
    void clientViewTellsOneDateAndOnePrice();
    void clientViewAsksForAProposal();
    void clientViewHasNothingOfCost_data();
    void clientViewHasNothingOfCost();
    void tabComesWithAClient();
    void detailsGiveWay();
    void fits_data();
    void fits();
    void fitsInTheWindow_data();
    void fitsInTheWindow();

private:
    QFont m_font = QApplication::font();
};

void TestPricePage::cleanup()
{
    QApplication::setFont(m_font);
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestPricePage::figuresAreThoseOfTheModelAndTheCommandLine()
{
    const Shown shown;
    const PriceFigures figures = shown.figures();
    QCOMPARE(figures.fixed.price, Money::dollars(215'000)); // golden
    using enum PriceKind;
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), fixed), QStringLiteral("215,000"));
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), capped), QStringLiteral("up to 215,000"));
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), timeAndMaterials), QStringLiteral("195,760 likely"));
    QCOMPARE(shown.cell(QStringLiteral("GST, 10 %"), fixed), QStringLiteral("21,500"));
    QCOMPARE(shown.cell(QStringLiteral("Price inc GST"), fixed), QStringLiteral("236,500"));
    const QString margin = plain(format::simulatedAmount(Money::rounded(figures.fixed.margin.mean)));
    QVERIFY(shown.cell(QStringLiteral("Margin on average"), fixed).startsWith(margin));
    QCOMPARE(shown.cell(QStringLiteral("Chance of a loss"), fixed), pricewords::odds(figures.fixed.lossChance));
    QCOMPARE(shown.cell(QStringLiteral("Contingency in the price"), fixed), QStringLiteral("19,240"));
    // The command line writes the same figures.
    const std::string json =
        writePriceJson(shown.open.plan(), shown.risk(), figures, itemPrices(shown.open.plan(), shown.risk()).value());
    const QJsonObject written = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const QJsonObject fixedPrice = written["fixed"].toObject();
    QCOMPARE(fixedPrice["price"].toDouble(), figures.fixed.price.inDollars());
    QCOMPARE(pricewords::odds(fixedPrice["lossChance"].toDouble()),
             shown.cell(QStringLiteral("Chance of a loss"), fixed));
    QCOMPARE(plain(format::simulatedAmount(Money::rounded(fixedPrice["margin"].toObject()["p10"].toDouble()))),
             shown.cell(QStringLiteral("1 project of 10 leaves less than"), fixed));
}

void TestPricePage::theSentenceSaysWhatIsLeft()
{
    const Shown shown;
    const PriceFigures figures = shown.figures();
    const QString left = plain(format::simulated(Money::rounded(figures.fixed.margin.mean)));
    QCOMPARE(
        textOf(shown.page, "priceSentence"),
        QStringLiteral("A fixed price of AUD 215,000 leaves %1 on average. It loses money in %2 simulated projects.")
            .arg(left, pricewords::odds(figures.fixed.lossChance)));
    shown.open.document().edit(QStringLiteral("dear"), [](Inputs& inputs) {
        for (Person& person : inputs.team)
            person.billRate = Money::dollars(50'000);
    });
    shown.ready();
    QVERIFY(textOf(shown.page, "priceSentence").endsWith(QStringLiteral("No simulated project loses money.")));
    QCOMPARE(shown.cell(QStringLiteral("Chance of a loss"), PriceKind::fixed), QStringLiteral("none"));
}

void TestPricePage::nothingLeftIsNotCharged()
{
    ProjectDocument project = agency();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            project.project.base.items[item.id].progress.state = ItemState::done;
    const Shown shown(project);
    QCOMPARE(textOf(shown.page, "priceSentence"),
             QStringLiteral("Nothing is left to build, so there is nothing to charge."));
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), PriceKind::fixed), QStringLiteral("0"));
}

void TestPricePage::lossIsFilled()
{
    const Shown shown;
    const auto& chart = find<MarginChart>(shown.page, "marginChart");
    std::size_t all = 0;
    std::size_t lost = 0;
    for (std::size_t bar = 0; bar < chart.readingCount(); ++bar) {
        all += chart.count(bar);
        lost += chart.isLoss(bar) ? chart.count(bar) : 0;
    }
    QCOMPARE(all, static_cast<std::size_t>(shown.risk().runs));
    QVERIFY(lost > 0);
    QCOMPARE(static_cast<double>(lost) / static_cast<double>(all), shown.figures().fixed.lossChance);
}

void TestPricePage::chartIsReadByKeys()
{
    const Shown shown;
    auto& chart = find<MarginChart>(shown.page, "marginChart");
    chart.setFocus(Qt::TabFocusReason);
    const QString first = chart.readout();
    QVERIFY(first.contains(QStringLiteral("simulated projects")));
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.readout() != first);
}

void TestPricePage::kindIsChosenByKeys()
{
    const Shown shown;
    auto& fixed = find<QRadioButton>(shown.page, "priceKind2");
    QVERIFY(fixed.isChecked());
    fixed.setFocus();
    QTest::keyClick(&fixed, Qt::Key_Left);
    QCOMPARE(shown.inputs().price.kind, PriceKind::capped);
    shown.ready();
    QVERIFY(textOf(shown.page, "priceSentence").startsWith(QStringLiteral("A cap of AUD 215,000")));
    QVERIFY(textOf(shown.page, "marginTitle").contains(QStringLiteral("capped")));
    shown.open.document().undo();
    QCOMPARE(shown.inputs().price.kind, PriceKind::fixed);
    QVERIFY(fixed.isChecked());
}

void TestPricePage::howSureAndTheStepAreEdited()
{
    const Shown shown;
    QVERIFY(find<QPushButton>(shown.page, "priceConfidence80").isChecked()); // the headline's
    find<QPushButton>(shown.page, "priceConfidence90").click();
    QCOMPARE(shown.inputs().price.confidence, std::optional(90));
    shown.ready();
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), PriceKind::fixed),
             plain(format::shownAmount(priceFigures(shown.open.plan(), shown.risk(), 90).fixed.price)));
    find<QPushButton>(shown.page, "priceConfidence80").click();
    QVERIFY(!shown.inputs().price.confidence);
    enter(find<AmountField>(shown.page, "priceStep"), QStringLiteral("10,000"));
    QCOMPARE(shown.inputs().price.step, Money::dollars(10'000));
    shown.ready();
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), PriceKind::fixed), QStringLiteral("220,000"));
}

void TestPricePage::gstGoesWithTheRegistration()
{
    const Shown shown;
    find<QCheckBox>(shown.page, "gstRegistered").click();
    QVERIFY(!shown.inputs().gstRegistered);
    shown.ready();
    QCOMPARE(shown.cell(QStringLiteral("GST, 10 %"), PriceKind::fixed), QStringLiteral("no such question"));
    const auto& table = find<TextTable>(shown.page, "paymentTable");
    QCOMPARE(table.cell(table.rowCount() - 1, 4), table.cell(table.rowCount() - 1, 5));
}

void TestPricePage::termsAreEdited()
{
    const Shown shown;
    enter(find<NumberField>(shown.page, "paymentTerms"), QStringLiteral("30"));
    enter(find<NumberField>(shown.page, "priceValidity"), QStringLiteral("14"));
    QCOMPARE(shown.inputs().price.termsDays, 30);
    QCOMPARE(shown.inputs().price.validityDays, 14);
    QCOMPARE(textOf(shown.page, "priceValidUntil"),
             plain(QStringLiteral("until ") + format::date(testing::today() + std::chrono::days(14))));
    const Payment first = paymentSchedule(shown.open.plan(), shown.figures().fixed.price).front();
    QCOMPARE(find<TextTable>(shown.page, "paymentTable").cell(0, 3), format::mediumDate(first.due));
    QCOMPARE(first.due, first.invoiced + std::chrono::days(30));
}

void TestPricePage::billRatesAreEdited()
{
    const Shown shown;
    enter(find<AmountField>(shown.page, "billRate0"), QStringLiteral("7,000"));
    enter(find<AmountField>(shown.page, "billRate1"), QStringLiteral("6,000"));
    enter(find<NumberField>(shown.page, "priceMarkUp"), QStringLiteral("10"));
    QCOMPARE(shown.inputs().team[0].billRate, std::optional(Money::dollars(7000)));
    QCOMPARE(shown.inputs().price.markUpPercent, 10.0);
    shown.ready();
    QCOMPARE(shown.figures().likelyValue, (Money{24'149'618})); // golden
    QCOMPARE(shown.cell(QStringLiteral("Price ex GST, AUD"), PriceKind::timeAndMaterials),
             QStringLiteral("241,496 likely"));
    // Without one of their own the wanted margin says it.
    auto& bill = find<AmountField>(shown.page, "billRate0");
    bill.setFocus();
    bill.selectAll();
    QTest::keyClick(&bill, Qt::Key_Delete);
    QTest::keyClick(&bill, Qt::Key_Return);
    QVERIFY(!shown.inputs().team[0].billRate);
    enter(find<NumberField>(shown.page, "wantedMargin"), QStringLiteral("50"));
    QCOMPARE(shown.inputs().price.marginPercent, 50.0);
    QCOMPARE(bill.placeholderText(), QStringLiteral("10,000")); // AUD 5,000 with half of it left
}

void TestPricePage::partsAddUpBeforeThePlanTakesThem()
{
    const Shown shown;
    QVERIFY(textOf(shown.page, "paymentSum").startsWith(QStringLiteral("No parts agreed")));
    find<QPushButton>(shown.page, "paymentChange").click();
    auto& add = find<QPushButton>(shown.page, "paymentAdd");
    QVERIFY(add.isVisible());
    add.click();
    QCOMPARE(shown.inputs().price.payments, (std::vector<PaymentPart>{{100, PaymentWhen::launch, {}}}));
    enter(find<NumberField>(shown.page, "paymentPercent0"), QStringLiteral("40"));
    QCOMPARE(shown.inputs().price.payments.front().percent, 100.0); // not yet
    QCOMPARE(textOf(shown.page, "paymentSum"),
             QStringLiteral("The parts add up to 40 %: 60 % are missing. Until then the plan keeps what it has."));
    add.click();
    QCOMPARE(shown.inputs().price.payments,
             (std::vector<PaymentPart>{{40, PaymentWhen::launch, {}}, {60, PaymentWhen::launch, {}}}));
    QCOMPARE(textOf(shown.page, "paymentSum"), QStringLiteral("The parts add up to 100 %."));
    auto& when = find<QComboBox>(shown.page, "paymentWhen0");
    when.setFocus();
    QTest::keyClick(&when, Qt::Key_Home);
    QCOMPARE(shown.inputs().price.payments.front().when, PaymentWhen::signing);
    QTest::keyClick(&when, Qt::Key_Down);
    QCOMPARE(shown.inputs().price.payments.front().when, PaymentWhen::phaseFinished);
    QCOMPARE(shown.inputs().price.payments.front().phase, shown.open.plan().phases.front().id);
    add.click(); // too many
    QVERIFY(textOf(shown.page, "paymentSum").contains(QStringLiteral("110 %: 10 % too many")));
    QCOMPARE(shown.inputs().price.payments.size(), std::size_t{2});
    find<QPushButton>(shown.page, "paymentPutBack").click();
    QCOMPARE(textOf(shown.page, "paymentSum"), QStringLiteral("The parts add up to 100 %."));
    QVERIFY(!find<QComboBox>(shown.page, "paymentWhen2").isVisible());
    find<QAbstractButton>(shown.page, "paymentRemove0").click();
    QVERIFY(textOf(shown.page, "paymentSum").contains(QStringLiteral("40 % are missing")));
    find<QAbstractButton>(shown.page, "paymentRemove0").click();
    QVERIFY(shown.inputs().price.payments.empty());
    shown.open.document().undo();
    QCOMPARE(shown.inputs().price.payments.size(), std::size_t{2});
}

void TestPricePage::invoicesMeetThePrice()
{
    ProjectDocument project = agency();
    project.project.base.price.payments = {{20, PaymentWhen::signing, {}},
                                           {30, PaymentWhen::phaseFinished, "testing"},
                                           {30, PaymentWhen::monthly, {}},
                                           {20, PaymentWhen::launch, {}}};
    const Shown shown(project);
    const auto& table = find<TextTable>(shown.page, "paymentTable");
    const std::vector<Payment> payments = paymentSchedule(shown.open.plan(), shown.figures().fixed.price);
    QCOMPARE(table.rowCount(), payments.size() + 1);
    Money exGst;
    for (std::size_t i = 0; i < payments.size(); ++i) {
        exGst += payments[i].exGst;
        QCOMPARE(table.cell(i, 2), format::mediumDate(payments[i].invoiced));
        QCOMPARE(table.cell(i, 5), format::shownAmount(payments[i].incGst()));
    }
    QCOMPARE(table.cell(payments.size(), 4), format::shownAmount(exGst));
    QCOMPARE(plain(table.cell(payments.size(), 5)), QStringLiteral("236,500"));
}

void TestPricePage::optionsAreTakenByTheirBox()
{
    ProjectDocument project = agency();
    const auto& items = project.catalogue.catalogue->phases.front().items;
    setScope(project.project.base, items[0].id, ItemScope::option);
    setScope(project.project.base, items[1].id, ItemScope::phase2);
    const Shown shown(project);
    const ItemPrices prices = itemPrices(shown.open.plan(), shown.risk()).value();
    const auto priceTexts = [&] {
        QStringList texts;
        for (const QLabel* label : find<QWidget>(shown.page, "scopeView").findChildren<QLabel*>())
            if (label->isVisible() && label->objectName().startsWith(QStringLiteral("scopePrice")))
                texts += plain(label->text());
        return texts;
    };
    QTRY_VERIFY(priceTexts().contains(plain(format::shownAmount(prices.options.items.front().price))));
    QVERIFY(priceTexts().contains(plain(format::shownAmount(prices.phase2.items.front().price))));
    const Money before = shown.figures().fixed.price;
    auto& box = find<QCheckBox>(shown.page, QStringLiteral("option-") + format::raw(items[0].id));
    QCOMPARE(box.text(), format::text(items[0].title));
    QVERIFY(!box.isChecked());
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Space);
    QCOMPARE(scopeOf(shown.inputs(), items[0].id), std::optional(ItemScope::taken));
    shown.ready();
    QVERIFY(shown.figures().fixed.price > before);
    shown.open.document().undo();
    QCOMPARE(scopeOf(shown.inputs(), items[0].id), std::optional(ItemScope::option));
}

void TestPricePage::fieldsFollowEachOtherAsTheyAreRead()
{
    ProjectDocument project = agency();
    const std::string option = project.catalogue.catalogue->phases.front().items.front().id;
    setScope(project.project.base, option, ItemScope::option);
    const Shown shown(project);
    shown.open.document().edit(QStringLiteral("person"), [](Inputs& inputs) {
        Person third = inputs.team.front();
        third.name = "Third";
        inputs.team.push_back(third);
    });
    shown.ready();
    const QStringList wanted{
        QStringLiteral("priceViews0"),   QStringLiteral("priceKind0"),        QStringLiteral("priceKind2"),
        QStringLiteral("marginChart"),   QStringLiteral("priceConfidence50"), QStringLiteral("priceStep"),
        QStringLiteral("paymentTerms"),  QStringLiteral("priceValidity"),     QStringLiteral("gstRegistered"),
        QStringLiteral("paymentChange"), QStringLiteral("wantedMargin"),      QStringLiteral("priceMarkUp"),
        QStringLiteral("billRate0"),     QStringLiteral("billRate1"),         QStringLiteral("billRate2")};
    QStringList found;
    const auto& first = find<QWidget>(shown.page, "priceViews0");
    const QWidget* at = &first;
    do {
        if (wanted.contains(at->objectName()))
            found += at->objectName();
        at = at->nextInFocusChain();
    } while (at != &first);
    QCOMPARE(found, wanted);
}

void TestPricePage::asksForAClientFirst()
{
    const Shown shown(testing::emptyProject());
    QVERIFY(find<QWidget>(shown.page, "priceStart").isVisible());
    QVERIFY(!find<QWidget>(shown.page, "priceKinds").isVisible());
    QVERIFY(!find<QWidget>(shown.page, "priceViews").isVisible());
    QVERIFY(find<QWidget>(shown.page, "ratesView").isVisible()); // a bill rate does as well
    enter(find<QLineEdit>(shown.page, "priceClient"), QStringLiteral("Saltbush"));
    QCOMPARE(shown.inputs().client, std::string("Saltbush"));
    QVERIFY(!find<QWidget>(shown.page, "priceStart").isVisible());
    QVERIFY(find<QWidget>(shown.page, "priceKinds").isVisible());
    shown.open.document().undo();
    QVERIFY(find<QWidget>(shown.page, "priceStart").isVisible());
}

void TestPricePage::clientViewTellsOneDateAndOnePrice_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("price");
    QTest::newRow("fixed") << static_cast<int>(PriceKind::fixed) << "for AUD 236,500 incl. GST";
    QTest::newRow("capped") << static_cast<int>(PriceKind::capped) << "for at most AUD 236,500 incl. GST";
    QTest::newRow("time and materials") << static_cast<int>(PriceKind::timeAndMaterials)
                                        << "for the hours worked: AUD ";
}

void TestPricePage::clientViewTellsOneDateAndOnePrice()
{
    QFETCH(int, kind);
    QFETCH(QString, price);
    ProjectDocument project = agency();
    project.project.base.price.kind = static_cast<PriceKind>(kind);
    Shown shown(project);
    shown.page.setView(PricePage::View::Client);
    const QString date = plain(format::date(headlineOf(shown.open.plan(), shown.risk(), 80).finishDate));
    const QString promise = textOf(shown.page, "clientPromise");
    QVERIFY2(promise.startsWith(QStringLiteral("Live by %1, %2").arg(date, price)), qPrintable(promise));
    QCOMPARE(textOf(shown.page, "clientTitle"), QStringLiteral("Booking platform for Saltbush Logistics"));
    const auto& payments = find<TextTable>(shown.page, "clientPayments");
    const Money whole = shown.figures().of(static_cast<PriceKind>(kind)).price;
    QCOMPARE(payments.cell(payments.rowCount() - 1, 3), format::shownAmount(whole));
    QCOMPARE(payments.cell(payments.rowCount() - 1, 5), format::shownAmount(whole + gst(whole)));
    // Every item to build, with what makes it done.
    const QString all = textsOf(find<QWidget>(shown.page, "clientView")).join(u'\n');
    for (const ItemPlan& item : shown.open.plan().items)
        QVERIFY2(all.contains(format::text(item.title)), item.id.c_str());
}

void TestPricePage::clientViewAsksForAProposal()
{
    Shown shown(agency());
    shown.page.setView(PricePage::View::Client);
    QSignalSpy wanted(&shown.page, &PricePage::proposalWanted);
    find<QPushButton>(shown.page, "clientProposal").click();
    QCOMPARE(wanted.count(), 1);
}

void TestPricePage::clientViewHasNothingOfCost_data()
{
    QTest::addColumn<int>("kind");
    for (const PriceKind kind : pricewords::kKinds)
        QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
}

void TestPricePage::clientViewHasNothingOfCost()
{
    QFETCH(int, kind);
    ProjectDocument project = agency();
    Inputs& inputs = project.project.base;
    inputs.price.kind = static_cast<PriceKind>(kind);
    const auto& items = project.catalogue.catalogue->phases.front().items;
    setScope(inputs, items[0].id, ItemScope::option);
    setScope(inputs, items[1].id, ItemScope::phase2);
    inputs.items[items[2].id].progress.state = ItemState::done;
    inputs.items[items[3].id].progress.state = ItemState::excluded;
    Shown shown(project);
    shown.page.setView(PricePage::View::Client);
    QTRY_VERIFY(textsOf(find<QWidget>(shown.page, "clientView")).join(u'\n').contains(QStringLiteral("incl. GST)")));
    for (const char* own : {"priceView", "marginChart", "ratesView", "priceKinds", "scopeView"})
        QVERIFY2(!find<QWidget>(shown.page, own).isVisible(), own);
    QString all = textsOf(find<QWidget>(shown.page, "clientView")).join(u'\n');
    const PriceFigures figures = shown.figures();
    const Plan& plan = shown.open.plan();
    QStringList figuresOfOurs{format::amount(figures.likelyCost), format::money(figures.likelyCost)};
    for (const double dollars : {figures.meanCost, figures.fixed.margin.mean, figures.capped.margin.mean,
                                 figures.time.margin.mean, figures.fixed.margin.p10})
        figuresOfOurs << format::simulatedAmount(Money::rounded(dollars)) << format::amount(Money::rounded(dollars));
    for (const Person& person : plan.inputs.team)
        figuresOfOurs << format::shownAmount(person.weeklyRate) << format::shownAmount(*person.billRate);
    for (const QString& figure : std::as_const(figuresOfOurs)) {
        const QRegularExpression alone(
            QStringLiteral("(?<![\\d,.])%1(?![\\d,])").arg(QRegularExpression::escape(figure)));
        QVERIFY2(!alone.match(all).hasMatch(), qPrintable(figure));
    }
    // What the catalogue calls its items is no word of ours: "cost alerts" are an item.
    for (const Phase& phase : plan.catalogue->phases) {
        all.remove(format::text(phase.title));
        for (const Item& item : phase.items)
            all.remove(format::text(item.explanation)).remove(format::text(item.title));
    }
    static const QRegularExpression ours(
        QStringLiteral("\\b(costs?|rates?|margins?|mark-?up|chances?|odds|loss|loses?|profit|contingency|simulat\\w*|"
                       "confiden\\w*|sure|of 100|low|high)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch word = ours.match(all);
    QVERIFY2(!word.hasMatch(), qPrintable(word.captured() + QStringLiteral(" in\n") + all));
}

namespace {

struct InWindow {
    InWindow(const ProjectDocument& project, QSize size) : plan(project)
    {
        plan.close();
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        window = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*window, size);
        QVERIFY(window->openPath(plan.path()));
    }

    testing::OpenPlan plan;
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<MainWindow> window;
};

} // namespace

void TestPricePage::tabComesWithAClient()
{
    InWindow shown(testing::emptyProject(), {1480, 940});
    const auto& tabs = find<QTabBar>(*shown.window, "pageTabs");
    QVERIFY(!tabs.isTabVisible(PageStack::PriceTab));
    shown.window->findChild<QAction*>(QStringLiteral("actionPagePrice"))->trigger();
    QVERIFY(tabs.isTabVisible(PageStack::PriceTab)); // while it is looked at
    QCOMPARE(tabs.currentIndex(), static_cast<int>(PageStack::PriceTab));
    shown.window->workspace()->showPage(Workspace::CostTab);
    QVERIFY(!tabs.isTabVisible(PageStack::PriceTab));
    find<QPushButton>(*shown.window, "costToPrice").click();
    QCOMPARE(tabs.currentIndex(), static_cast<int>(PageStack::PriceTab));
    shown.window->workspace()->showPage(Workspace::PlanTab);
    shown.window->document()->edit(QStringLiteral("Client"), [](Inputs& inputs) { inputs.client = "Saltbush"; });
    QVERIFY(tabs.isTabVisible(PageStack::PriceTab));
    shown.window->document()->undo();
    QVERIFY(!tabs.isTabVisible(PageStack::PriceTab));
}

void TestPricePage::detailsGiveWay()
{
    InWindow shown(agency(), {1480, 940});
    auto& card = find<QWidget>(*shown.window, "inspectorCard");
    QVERIFY(card.isVisible());
    shown.window->workspace()->showPage(Workspace::PriceTab);
    QVERIFY(!card.isVisible());
    find<QPushButton>(*shown.window, "detailsButton").click();
    QVERIFY(card.isVisible()); // over the page
    shown.window->workspace()->showPage(Workspace::PlanTab);
    QVERIFY(card.isVisible());
}

void TestPricePage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::addColumn<bool>("client");
    for (const bool client : {false, true})
        for (const auto& [size, text] :
             {std::pair(QSize(1440, 900), 1.0), std::pair(QSize(1130, 780), 1.0), std::pair(QSize(900, 540), 1.0),
              std::pair(QSize(640, 480), 1.0), std::pair(QSize(1130, 780), 2.0)})
            QTest::addRow("%dx%d, text %.0f, %s", size.width(), size.height(), text, client ? "client" : "internal")
                << size << text << client;
}

void TestPricePage::fits()
{
    QFETCH(QSize, size);
    QFETCH(double, text);
    QFETCH(bool, client);
    QApplication::setFont(scaledFont(m_font, text));
    ProjectDocument project = agency();
    const auto& items = project.catalogue.catalogue->phases.front().items;
    setScope(project.project.base, items[0].id, ItemScope::option);
    setScope(project.project.base, items[1].id, ItemScope::phase2);
    Shown shown(project, size);
    if (client)
        shown.page.setView(PricePage::View::Client);
    else
        find<QPushButton>(shown.page, "paymentChange").click();
    QTest::qWait(50);
    const QStringList problems = testing::widgetProblems(shown.page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestPricePage::fitsInTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const QSize size : {QSize(1480, 940), QSize(1280, 720), QSize(1024, 640)})
        for (const bool dark : {false, true})
            QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light") << size << dark;
}

void TestPricePage::fitsInTheWindow()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    InWindow shown(agency(), size);
    shown.window->workspace()->showPage(Workspace::PriceTab);
    QVERIFY(testing::awaitRisk(*shown.window->document()));
    QTest::qWait(50);
    const QStringList problems = testing::widgetProblems(*shown.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QCOMPARE(shown.window->size(), size);
}

TRESTLE_UI_TEST(TestPricePage)
#include "tst_price_page.moc"
