#pragma once

#include "models/catalogue_figures.h"

#include <functional>
#include <string>

/// Edits of a catalogue, each of which leaves one that passes checkCatalogue, or changes nothing and says why:
///
///     CatalogueEditor edit(catalogue, original, "Measured in our last two projects, 3 March 2027");
///     auto done = edit.change([](Catalogue& now) { now.phases[0].effort.value.likely = 4; });
///     // done, and that figure is `yours` with the note
///
/// A figure that an edit changes is `yours` with the editor's note; one that comes back to what the original says has
/// the original's source again. Shares of a phase always sum to 1: an edited share is kept, the others shrink or grow
/// in proportion, and so they do when an item comes or goes.
namespace trestle {

class CatalogueEditor {
public:
    /// `note` must not be empty. Both catalogues outlive this.
    CatalogueEditor(Catalogue& now, const Catalogue& original, std::string note);

    /// Any edit of texts and figures. Errors: those of checkCatalogue; invalidValue for a title that is blank.
    Result<void> change(const std::function<void(Catalogue&)>& change);

    /// Between 0 and 1; of the only item of a phase 1. Errors: unknownItem, invalidValue.
    Result<void> setShare(const std::string& item, double share);
    Result<void> shareEvenly(const std::string& phase);

    /// Each gives the new id. A phase comes with one item of all its work, a week to begin with.
    Result<std::string> addPhase(const std::string& title, const std::string& itemTitle);
    Result<std::string> addItem(const std::string& phase, const std::string& title); ///< of an even share
    Result<std::string> addAddOn(const std::string& phase, const std::string& title, const std::string& condition);
    Result<std::string> addCondition(const std::string& title);
    Result<std::string> addScale(const std::string& title);
    Result<std::string> addRisk(const std::string& phase, const std::string& title);
    Result<void> addRunningCost(const std::string& phase, const std::string& title);
    Result<void> addLink(Link link); ///< errors also: duplicateId for one that there is

    /// A phase takes its items along, both their links, a phase the risks suggested in it. Errors: unknownNode;
    /// invalidValue for the only phase.
    Result<void> removeNode(const std::string& id);
    /// With the add-ons that it brings and the risks that are suggested where it holds.
    Result<void> removeCondition(const std::string& id);
    Result<void> removeScale(const std::string& id);
    Result<void> removeRisk(const std::string& id);
    Result<void> removeRunningCost(const std::string& phase, std::size_t index);
    Result<void> removeLink(const std::string& name); ///< as linkNames has it
    /// Up (negative) or down among its likes, as far as they go.
    Result<void> moveNode(const std::string& id, int places);

    /// What the original has and this lacks, put back where it stood, with the links between what there is.
    Result<void> putBackNode(const std::string& id);
    /// An edit that copies from the original: what it changes keeps the source that it comes with.
    Result<void> copyBack(const std::function<void(Catalogue&)>& change);
    /// A question, a size, a risk or a link (`field`) of the original that is not there. Errors: unknownNode.
    Result<void> putBack(CatalogueField field, const std::string& subject);
    /// The shares of a phase as the original has them, as far as the items are the same.
    Result<void> putBackShares(const std::string& phase);

private:
    Result<void> commit(Catalogue edited);
    Result<void> accept(Catalogue edited);
    [[nodiscard]] Provenance yours() const;
    /// `taken`: one more id that is not free.
    [[nodiscard]] std::string freeNodeId(const std::string& title, const std::string& taken = {}) const;

    Catalogue& m_now;
    const Catalogue& m_original;
    std::string m_note;
};

} // namespace trestle
